-- Service design: templates that are filled in many times in a project, and the dialogues that a project orders.

-- capabilities/service-design ---------------------------------------------------------------------
-- `facts` are the template's fields as JSON; title, step and the day of erasure stand beside for lists and the board. An erased
-- sheet keeps its title (a code), so that one sees that it was there and by which decision it went.
create table filled_sheet (
  id uuid primary key, process_id uuid not null references dialogue (id), template text not null, title text not null,
  step text not null, facts text not null, erase_on text not null, erased_at bigint, erased_by text not null,
  archived_at bigint, revision bigint not null, created_at bigint not null, created_by text not null,
  updated_at bigint not null, updated_by text not null
);
create index filled_sheet_process on filled_sheet (process_id, created_at);
create index filled_sheet_erase on filled_sheet (erase_on) where erased_at is null;
create table ordered_dialogue (
  dialogue_id uuid primary key references dialogue (id), project_id uuid not null references dialogue (id),
  ordered_at bigint not null, ordered_by text not null
);
create index ordered_dialogue_project on ordered_dialogue (project_id, ordered_at);

-- A vote in the room: a code that opens a public page without an account. The ideas are those of the day it was opened. Of who votes
-- only the hash of a random word in the browser is kept, so that one browser is one ballot; it tells nothing about a person.
create table dot_vote (
  id uuid primary key, process_id uuid not null references dialogue (id), code text not null unique, question text not null,
  dots bigint not null, opened_at bigint not null, opened_by text not null, closed_at bigint
);
create index dot_vote_process on dot_vote (process_id, opened_at);
create table dot_choice (
  vote_id uuid not null references dot_vote (id), place bigint not null, node_id uuid not null, title text not null,
  dots bigint not null, primary key (vote_id, place)
);
create table dot_ballot (
  vote_id uuid not null references dot_vote (id), browser_hash bytea not null, cast_at bigint not null,
  primary key (vote_id, browser_hash)
);

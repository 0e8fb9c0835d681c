-- Service design: templates that are filled in many times in a project, and the dialogues that a project orders.

-- capabilities/service-design ---------------------------------------------------------------------
-- `facts` are the template's fields as JSON; title, step and the day of erasure stand beside for lists and the board. An erased
-- sheet keeps its title (a code), so that one sees that it was there and by which decision it went.
create table filled_sheet (
  id blob primary key, process_id blob not null references dialogue (id), template text not null, title text not null,
  step text not null, facts text not null, erase_on text not null, erased_at integer, erased_by text not null,
  archived_at integer, revision integer not null, created_at integer not null, created_by text not null,
  updated_at integer not null, updated_by text not null
) strict, without rowid;
create index filled_sheet_process on filled_sheet (process_id, created_at);
create index filled_sheet_erase on filled_sheet (erase_on) where erased_at is null;
create table ordered_dialogue (
  dialogue_id blob primary key references dialogue (id), project_id blob not null references dialogue (id),
  ordered_at integer not null, ordered_by text not null
) strict, without rowid;
create index ordered_dialogue_project on ordered_dialogue (project_id, ordered_at);

-- A vote in the room: a code that opens a public page without an account. The ideas are those of the day it was opened. Of who votes
-- only the hash of a random word in the browser is kept, so that one browser is one ballot; it tells nothing about a person.
create table dot_vote (
  id blob primary key, process_id blob not null references dialogue (id), code text not null unique, question text not null,
  dots integer not null, opened_at integer not null, opened_by text not null, closed_at integer
) strict, without rowid;
create index dot_vote_process on dot_vote (process_id, opened_at);
create table dot_choice (
  vote_id blob not null references dot_vote (id), place integer not null, node_id blob not null, title text not null,
  dots integer not null, primary key (vote_id, place)
) strict, without rowid;
create table dot_ballot (
  vote_id blob not null references dot_vote (id), browser_hash blob not null, cast_at integer not null,
  primary key (vote_id, browser_hash)
) strict, without rowid;

-- Service design: notes sorted into groups, ideas written in rounds by code, photos and files on sheets.

-- capabilities/service-design ---------------------------------------------------------------------
-- The wall of a project. Evidence lies on it by the node it is in the chain and keeps its words there; a loose note has its words
-- here. A group lies in the same project as its notes, by schema. Each act adds one to `steps`, so acts come one after another and
-- each can be turned back: `affinity_step` keeps how notes and groups lay before and after.
create table affinity_wall (
  process_id uuid primary key references dialogue (id), steps bigint not null
);
create table affinity_group (
  process_id uuid not null references affinity_wall (process_id), id uuid not null, name text not null,
  insight_id uuid references chain_node (id), removed_at bigint, created_at bigint not null, created_by text not null,
  primary key (process_id, id)
);
create table affinity_note (
  process_id uuid not null references affinity_wall (process_id), id uuid not null, node_id uuid references chain_node (id),
  body text not null, source text not null, group_id uuid, removed_at bigint, erased_at bigint, created_at bigint not null,
  created_by text not null, primary key (process_id, id),
  foreign key (process_id, group_id) references affinity_group (process_id, id)
);
create index affinity_note_group on affinity_note (process_id, group_id);
create table affinity_step (
  process_id uuid not null references affinity_wall (process_id), number bigint not null, act text not null,
  turns text not null, done_at bigint not null, done_by text not null, undone_at bigint, primary key (process_id, number)
);

-- Ideas written in rounds in the room: a code opens a public page without an account, until its last day. Of who writes only the
-- hash of a random word in the browser is kept. What looks like personal data is held until the team has read it; what is hidden
-- keeps the reason. An idea builds on one of the same session, by schema.
create table brainwriting (
  id uuid primary key, process_id uuid not null references dialogue (id), code text not null unique, question text not null,
  question_id uuid references chain_node (id), ideas_each bigint not null, round bigint not null, seats bigint not null,
  closes_on text not null, opened_at bigint not null, opened_by text not null, closed_at bigint
);
create index brainwriting_process on brainwriting (process_id, opened_at);
create table brainwriting_seat (
  session_id uuid not null references brainwriting (id), seat bigint not null, browser_hash bytea not null,
  taken_at bigint not null, primary key (session_id, seat), unique (session_id, browser_hash)
);
create table brainwriting_idea (
  session_id uuid not null, id uuid not null, seat bigint not null, round bigint not null, body text not null,
  builds_on uuid, state text not null check (state in ('shown', 'held', 'hidden')), reason text not null,
  node_id uuid references chain_node (id), written_at bigint not null, primary key (session_id, id),
  foreign key (session_id, seat) references brainwriting_seat (session_id, seat),
  foreign key (session_id, builds_on) references brainwriting_idea (session_id, id)
);

-- A file on a sheet is a document of the project, uploaded and kept as all documents are. `alt` says in words what a picture
-- shows; `people` is how it was settled that those in the picture may be shown.
create table sheet_file (
  sheet_id uuid not null references filled_sheet (id), document_id uuid not null unique references dialogue_document (id),
  alt text not null, people text not null check (people in ('', 'none', 'consented')), added_at bigint not null,
  added_by text not null, primary key (sheet_id, document_id)
);

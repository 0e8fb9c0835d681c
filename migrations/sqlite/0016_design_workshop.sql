-- Service design: notes sorted into groups, ideas written in rounds by code, photos and files on sheets.

-- capabilities/service-design ---------------------------------------------------------------------
-- The wall of a project. Evidence lies on it by the node it is in the chain and keeps its words there; a loose note has its words
-- here. A group lies in the same project as its notes, by schema. Each act adds one to `steps`, so acts come one after another and
-- each can be turned back: `affinity_step` keeps how notes and groups lay before and after.
create table affinity_wall (
  process_id blob primary key references dialogue (id), steps integer not null
) strict, without rowid;
create table affinity_group (
  process_id blob not null references affinity_wall (process_id), id blob not null, name text not null,
  insight_id blob references chain_node (id), removed_at integer, created_at integer not null, created_by text not null,
  primary key (process_id, id)
) strict, without rowid;
create table affinity_note (
  process_id blob not null references affinity_wall (process_id), id blob not null, node_id blob references chain_node (id),
  body text not null, source text not null, group_id blob, removed_at integer, erased_at integer, created_at integer not null,
  created_by text not null, primary key (process_id, id),
  foreign key (process_id, group_id) references affinity_group (process_id, id)
) strict, without rowid;
create index affinity_note_group on affinity_note (process_id, group_id);
create table affinity_step (
  process_id blob not null references affinity_wall (process_id), number integer not null, act text not null,
  turns text not null, done_at integer not null, done_by text not null, undone_at integer, primary key (process_id, number)
) strict, without rowid;

-- Ideas written in rounds in the room: a code opens a public page without an account, until its last day. Of who writes only the
-- hash of a random word in the browser is kept. What looks like personal data is held until the team has read it; what is hidden
-- keeps the reason. An idea builds on one of the same session, by schema.
create table brainwriting (
  id blob primary key, process_id blob not null references dialogue (id), code text not null unique, question text not null,
  question_id blob references chain_node (id), ideas_each integer not null, round integer not null, seats integer not null,
  closes_on text not null, opened_at integer not null, opened_by text not null, closed_at integer
) strict, without rowid;
create index brainwriting_process on brainwriting (process_id, opened_at);
create table brainwriting_seat (
  session_id blob not null references brainwriting (id), seat integer not null, browser_hash blob not null,
  taken_at integer not null, primary key (session_id, seat), unique (session_id, browser_hash)
) strict, without rowid;
create table brainwriting_idea (
  session_id blob not null, id blob not null, seat integer not null, round integer not null, body text not null,
  builds_on blob, state text not null check (state in ('shown', 'held', 'hidden')), reason text not null,
  node_id blob references chain_node (id), written_at integer not null, primary key (session_id, id),
  foreign key (session_id, seat) references brainwriting_seat (session_id, seat),
  foreign key (session_id, builds_on) references brainwriting_idea (session_id, id)
) strict, without rowid;

-- A file on a sheet is a document of the project, uploaded and kept as all documents are. `alt` says in words what a picture
-- shows; `people` is how it was settled that those in the picture may be shown.
create table sheet_file (
  sheet_id blob not null references filled_sheet (id), document_id blob not null unique references dialogue_document (id),
  alt text not null, people text not null check (people in ('', 'none', 'consented')), added_at integer not null,
  added_by text not null, primary key (sheet_id, document_id)
) strict, without rowid;

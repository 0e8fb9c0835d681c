-- The calendar's own days and what was said about clashes; the examples bank.

-- capabilities/calendar ---------------------------------------------------------------------
-- School breaks, religious holidays, events, elections that follow no rule: the municipality's own rows.
create table local_day (
  id blob primary key, name text not null, kind text not null, first_on text not null, last_on text not null,
  revision integer not null, created_at integer not null
) strict, without rowid;
create index local_day_last on local_day (last_on);
-- A serious clash that somebody has looked at and accepted, with why; it is then no longer a duty.
create table clash_accepted (
  dialogue_id blob not null references dialogue (id), clash text not null, reason text not null,
  accepted_at integer not null, accepted_by text not null, primary key (dialogue_id, clash)
) strict, without rowid;

-- capabilities/examples ---------------------------------------------------------------------
-- The draft is what officials write on; what others read is a version.
create table example (
  id blob primary key, dialogue_id blob, draft text not null, state text not null, version integer not null,
  revision integer not null, created_at integer not null, updated_at integer not null, updated_by text not null
) strict, without rowid;
create unique index example_dialogue on example (dialogue_id) where dialogue_id is not null;
create table example_version (
  example_id blob not null references example (id), version integer not null, content text not null, note text not null,
  published_at integer not null, published_by text not null, primary key (example_id, version)
) strict, without rowid;

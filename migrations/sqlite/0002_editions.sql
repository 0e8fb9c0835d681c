-- What the method is at any time. A process stays on the edition it began with, so every edition that was ever in use is
-- kept, whatever the program brings with its next version.

-- capabilities/method -----------------------------------------------------------------------
create table pack_edition (
  pack text not null, edition text not null, version text not null, files blob not null, stored_at integer not null,
  stored_by text not null, note text not null, primary key (pack, edition)
) strict, without rowid;
create table pack_in_use (
  pack text primary key, edition text not null, since integer not null, revision integer not null
) strict, without rowid;
-- The municipality's own: a file here is laid over the base's file of that name.
create table pack_own_file (
  pack text not null, name text not null, body text not null, changed_at integer not null, changed_by text not null,
  primary key (pack, name)
) strict, without rowid;

-- capabilities/dialogues: what residents met when a dialogue was paused; the phase follows the process template.
alter table dialogue add column phase_under text not null default '';

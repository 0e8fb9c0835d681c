-- Texts that are written on the desk over the pack's base texts, and the accessibility statement.
-- Both are only added to: a version or a statement is never changed after it was written, but for how far it has come.
-- The PostgreSQL file with the same number says the same.

-- capabilities/information -------------------------------------------------------------------
create table text_version (
  shelf text not null, text_key text not null, language text not null, number integer not null, state text not null,
  is_base integer not null, title text not null, lead text not null, body text not null, note text not null,
  written_at integer not null, written_by text not null, approved_at integer, approved_by text not null,
  publish_at integer, published_at integer, primary key (shelf, text_key, language, number)
) strict, without rowid;
create index text_version_due on text_version (publish_at) where state = 'approved' and published_at is null;
create table accessibility_statement (
  number integer primary key, fields text not null, saved_at integer not null, saved_by text not null
) strict;

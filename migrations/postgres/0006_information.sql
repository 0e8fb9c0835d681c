-- Texts that are written on the desk over the pack's base texts, and the accessibility statement.
-- Both are only added to: a version or a statement is never changed after it was written, but for how far it has come.
-- The SQLite file with the same number says the same.

-- capabilities/information -------------------------------------------------------------------
create table text_version (
  shelf text not null, text_key text not null, language text not null, number bigint not null, state text not null,
  is_base boolean not null, title text not null, lead text not null, body text not null, note text not null,
  written_at bigint not null, written_by text not null, approved_at bigint, approved_by text not null,
  publish_at bigint, published_at bigint, primary key (shelf, text_key, language, number)
);
create index text_version_due on text_version (publish_at) where state = 'approved' and published_at is null;
create table accessibility_statement (
  number bigint primary key, fields text not null, saved_at bigint not null, saved_by text not null
);

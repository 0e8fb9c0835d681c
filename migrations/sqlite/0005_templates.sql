-- Living templates: approved versions, each a frozen document, and comments on sections. What is written in a template
-- are facts of its process.

-- capabilities/sheets ------------------------------------------------------------------------
create table sheet_version (
  id blob primary key, process_id blob not null references process (id), template text not null, number integer not null,
  content text not null, sha256 text not null, fingerprint text not null, approved_at integer not null, approved_by text not null
) strict, without rowid;
create unique index sheet_version_number on sheet_version (process_id, template, number);
create table sheet_comment (
  id blob primary key, process_id blob not null references process (id), template text not null, section text not null,
  body text not null, written_at integer not null, written_by text not null, resolved_at integer, resolved_by text not null
) strict, without rowid;
create index sheet_comment_template on sheet_comment (process_id, template);

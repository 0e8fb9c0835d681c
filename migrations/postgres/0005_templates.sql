-- Living templates: approved versions, each a frozen document, and comments on sections. What is written in a template
-- are facts of its process.

-- capabilities/sheets ------------------------------------------------------------------------
create table sheet_version (
  id uuid primary key, process_id uuid not null references process (id), template text not null, number bigint not null,
  content text not null, sha256 text not null, fingerprint text not null, approved_at bigint not null, approved_by text not null
);
create unique index sheet_version_number on sheet_version (process_id, template, number);
create table sheet_comment (
  id uuid primary key, process_id uuid not null references process (id), template text not null, section text not null,
  body text not null, written_at bigint not null, written_by text not null, resolved_at bigint, resolved_by text not null
);
create index sheet_comment_template on sheet_comment (process_id, template);

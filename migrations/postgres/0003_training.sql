-- Courses taken, the rights that ask for one, and rights withheld until it is taken.

-- capabilities/identity: what an account's roles give and is withheld for a time
create table withheld_permission (
  account_id uuid not null references account (id) on delete cascade, permission text not null, reason text not null,
  since bigint not null, primary key (account_id, permission)
);

-- capabilities/training ---------------------------------------------------------------------
-- One row for each page read (question '') and each question answered, for one edition of a course.
create table training_progress (
  account_id uuid not null references account (id) on delete cascade, course text not null, edition bigint not null,
  page text not null, question text not null, chosen text not null, is_right boolean not null, tries bigint not null,
  at bigint not null, primary key (account_id, course, edition, page, question)
);
-- A course passed. Edition 0 and no number: taken elsewhere and brought in by a file.
create table training_record (
  id uuid primary key, account_id uuid not null references account (id), course text not null, edition bigint not null,
  pack_version text not null, passed_on text not null, name text not null, right_count bigint not null,
  question_count bigint not null, number text not null, import_id uuid, created_at bigint not null
);
create unique index training_record_once on training_record (account_id, course, passed_on);
create table training_requirement (
  permission text primary key, course text not null, grace_days bigint not null, renew_months bigint not null,
  revision bigint not null, changed_at bigint not null, changed_by text not null
);
-- From which day somebody has been asked for the course that a permission requires.
create table training_concern (
  account_id uuid not null references account (id) on delete cascade, permission text not null, since_on text not null,
  primary key (account_id, permission)
);
-- A file of courses taken elsewhere: waiting for a yes, then what it brought.
create table training_import (
  id uuid primary key, file_name text not null, bytes bytea not null, uploaded_at bigint not null, uploaded_by text not null,
  imported_at bigint, accepted bigint not null, refused bigint not null, report text not null, undone_at bigint
);

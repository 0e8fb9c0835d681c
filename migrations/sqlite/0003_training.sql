-- Courses taken, the rights that ask for one, and rights withheld until it is taken.

-- capabilities/identity: what an account's roles give and is withheld for a time
create table withheld_permission (
  account_id blob not null references account (id) on delete cascade, permission text not null, reason text not null,
  since integer not null, primary key (account_id, permission)
) strict, without rowid;

-- capabilities/training ---------------------------------------------------------------------
-- One row for each page read (question '') and each question answered, for one edition of a course.
create table training_progress (
  account_id blob not null references account (id) on delete cascade, course text not null, edition integer not null,
  page text not null, question text not null, chosen text not null, is_right integer not null, tries integer not null,
  at integer not null, primary key (account_id, course, edition, page, question)
) strict, without rowid;
-- A course passed. Edition 0 and no number: taken elsewhere and brought in by a file.
create table training_record (
  id blob primary key, account_id blob not null references account (id), course text not null, edition integer not null,
  pack_version text not null, passed_on text not null, name text not null, right_count integer not null,
  question_count integer not null, number text not null, import_id blob, created_at integer not null
) strict, without rowid;
create unique index training_record_once on training_record (account_id, course, passed_on);
create table training_requirement (
  permission text primary key, course text not null, grace_days integer not null, renew_months integer not null,
  revision integer not null, changed_at integer not null, changed_by text not null
) strict, without rowid;
-- From which day somebody has been asked for the course that a permission requires.
create table training_concern (
  account_id blob not null references account (id) on delete cascade, permission text not null, since_on text not null,
  primary key (account_id, permission)
) strict, without rowid;
-- A file of courses taken elsewhere: waiting for a yes, then what it brought.
create table training_import (
  id blob primary key, file_name text not null, bytes blob not null, uploaded_at integer not null, uploaded_by text not null,
  imported_at integer, accepted integer not null, refused integer not null, report text not null, undone_at integer
) strict, without rowid;

-- Civil society: the register of organisations, agreements with them, and the municipality's crime prevention.

-- capabilities/civil-society ---------------------------------------------------------------------
-- `folded` is the name as duplicates are found by, `search` all that a search looks in. Lists are JSON. No person stands here.
create table organisation (
  id blob primary key, name text not null, folded text not null, number text not null, kind text not null, aims text not null,
  topics text not null, groups_reached text not null, areas text not null, website text not null, contact_role text not null,
  contact_address text not null, source text not null, meeting_on text not null, reviewed_on text not null,
  review_on text not null, search text not null, archived_at integer, archive_reason text not null, import_id blob,
  revision integer not null, created_at integer not null, updated_at integer not null, updated_by text not null
) strict, without rowid;
create unique index organisation_number on organisation (number) where number <> '';
create index organisation_folded on organisation (folded);
create index organisation_review on organisation (review_on);
-- Persons stand apart, with the day they were last confirmed, so that they can be removed while the organisation stays.
create table organisation_contact (
  id blob primary key, organisation_id blob not null references organisation (id), role text not null, name text not null,
  email text not null, phone text not null, is_protected integer not null, confirmed_on text not null,
  revision integer not null, updated_at integer not null, updated_by text not null
) strict, without rowid;
create index organisation_contact_of on organisation_contact (organisation_id);
create table organisation_event (
  id blob primary key, organisation_id blob not null references organisation (id), on_day text not null, kind text not null,
  told text not null, created_at integer not null, created_by text not null
) strict, without rowid;
create index organisation_event_of on organisation_event (organisation_id, on_day);
-- A file of organisations: waiting for a yes, then what it brought.
create table organisation_import (
  id blob primary key, file_name text not null, bytes blob not null, uploaded_at integer not null, uploaded_by text not null,
  imported_at integer, accepted integer not null, refused integer not null, report text not null, undone_at integer,
  kept integer not null
) strict, without rowid;

-- What is written about a group that the law asks the municipality to prevent crime with. Never about a person.
create table crime_problem (
  id blob primary key, number integer not null, title text not null, kind text not null, place text not null,
  description text not null, picture text not null, functions text not null, is_closed integer not null,
  revision integer not null, created_at integer not null, updated_at integer not null, updated_by text not null
) strict, without rowid;
create unique index crime_problem_number on crime_problem (number);
create table crime_cause (
  id blob primary key, problem_id blob not null references crime_problem (id), number integer not null, cause text not null,
  created_at integer not null, created_by text not null, unique (problem_id, number)
) strict, without rowid;
-- Rows are only added: the latest for an actor, a problem and a function is the one that counts.
create table relevance_judgement (
  id blob primary key, organisation_id blob not null references organisation (id),
  problem_id blob not null references crime_problem (id), function text not null, relevance integer not null,
  reason text not null, evidence text not null, judged_by text not null, judged_on text not null, review_on text not null,
  created_at integer not null
) strict, without rowid;
create index relevance_judgement_of on relevance_judgement (problem_id, function, organisation_id);
-- Only added as well. A decision concerns a gap of one kind: when the kind changes it must be decided anew.
create table gap_decision (
  id blob primary key, problem_id blob not null references crime_problem (id), function text not null, kind text not null,
  decision text not null, reason text not null, responsible text not null, due_on text not null, decided_on text not null,
  decided_by text not null, created_at integer not null
) strict, without rowid;
create index gap_decision_of on gap_decision (problem_id, function);

create table agreement (
  id blob primary key, title text not null, kind text not null, purposes text not null, areas text not null,
  our_commitment text not null, legal_check text not null, case_number text not null, signed_on text not null,
  expires_on text not null, follow_up_on text not null, ended_on text not null, end_reason text not null,
  is_expired integer not null,
  revision integer not null, created_at integer not null, updated_at integer not null, updated_by text not null
) strict, without rowid;
create index agreement_expires on agreement (expires_on);
create table agreement_party (
  agreement_id blob not null references agreement (id), organisation_id blob not null references organisation (id),
  commitment text not null, primary key (agreement_id, organisation_id)
) strict, without rowid;
create index agreement_party_of on agreement_party (organisation_id);
create table agreement_follow_up (
  id blob primary key, agreement_id blob not null references agreement (id), on_day text not null, told text not null,
  created_at integer not null, created_by text not null
) strict, without rowid;
create index agreement_follow_up_of on agreement_follow_up (agreement_id);

create table measure (
  id blob primary key, cause_id blob not null references crime_cause (id), place integer not null, action text not null,
  goal text not null, timing text not null, due_on text not null, organisation_id blob references organisation (id),
  responsible text not null, indicator text not null, revision integer not null, created_at integer not null,
  updated_at integer not null, updated_by text not null
) strict, without rowid;
create index measure_cause on measure (cause_id);
create table measure_follow_up (
  id blob primary key, measure_id blob not null references measure (id), colour text not null, outcome text not null,
  effect text not null, followed_on text not null, created_at integer not null, created_by text not null
) strict, without rowid;
create index measure_follow_up_of on measure_follow_up (measure_id);
-- A report to the council as it was when it was finished: the whole document as JSON, with its SHA-256.
create table council_report (
  id blob primary key, title text not null, document text not null, sha256 text not null, made_at integer not null,
  made_by text not null
) strict, without rowid;

-- Civil society: the register of organisations, agreements with them, and the municipality's crime prevention.

-- capabilities/civil-society ---------------------------------------------------------------------
-- `folded` is the name as duplicates are found by, `search` all that a search looks in. Lists are JSON. No person stands here.
create table organisation (
  id uuid primary key, name text not null, folded text not null, number text not null, kind text not null, aims text not null,
  topics text not null, groups_reached text not null, areas text not null, website text not null, contact_role text not null,
  contact_address text not null, source text not null, meeting_on text not null, reviewed_on text not null,
  review_on text not null, search text not null, archived_at bigint, archive_reason text not null, import_id uuid,
  revision bigint not null, created_at bigint not null, updated_at bigint not null, updated_by text not null
);
create unique index organisation_number on organisation (number) where number <> '';
create index organisation_folded on organisation (folded);
create index organisation_review on organisation (review_on);
-- Persons stand apart, with the day they were last confirmed, so that they can be removed while the organisation stays.
create table organisation_contact (
  id uuid primary key, organisation_id uuid not null references organisation (id), role text not null, name text not null,
  email text not null, phone text not null, is_protected boolean not null, confirmed_on text not null,
  revision bigint not null, updated_at bigint not null, updated_by text not null
);
create index organisation_contact_of on organisation_contact (organisation_id);
create table organisation_event (
  id uuid primary key, organisation_id uuid not null references organisation (id), on_day text not null, kind text not null,
  told text not null, created_at bigint not null, created_by text not null
);
create index organisation_event_of on organisation_event (organisation_id, on_day);
-- A file of organisations: waiting for a yes, then what it brought.
create table organisation_import (
  id uuid primary key, file_name text not null, bytes bytea not null, uploaded_at bigint not null, uploaded_by text not null,
  imported_at bigint, accepted bigint not null, refused bigint not null, report text not null, undone_at bigint,
  kept bigint not null
);

-- What is written about a group that the law asks the municipality to prevent crime with. Never about a person.
create table crime_problem (
  id uuid primary key, number bigint not null, title text not null, kind text not null, place text not null,
  description text not null, picture text not null, functions text not null, is_closed boolean not null,
  revision bigint not null, created_at bigint not null, updated_at bigint not null, updated_by text not null
);
create unique index crime_problem_number on crime_problem (number);
create table crime_cause (
  id uuid primary key, problem_id uuid not null references crime_problem (id), number bigint not null, cause text not null,
  created_at bigint not null, created_by text not null, unique (problem_id, number)
);
-- Rows are only added: the latest for an actor, a problem and a function is the one that counts.
create table relevance_judgement (
  id uuid primary key, organisation_id uuid not null references organisation (id),
  problem_id uuid not null references crime_problem (id), function text not null, relevance bigint not null,
  reason text not null, evidence text not null, judged_by text not null, judged_on text not null, review_on text not null,
  created_at bigint not null
);
create index relevance_judgement_of on relevance_judgement (problem_id, function, organisation_id);
-- Only added as well. A decision concerns a gap of one kind: when the kind changes it must be decided anew.
create table gap_decision (
  id uuid primary key, problem_id uuid not null references crime_problem (id), function text not null, kind text not null,
  decision text not null, reason text not null, responsible text not null, due_on text not null, decided_on text not null,
  decided_by text not null, created_at bigint not null
);
create index gap_decision_of on gap_decision (problem_id, function);

create table agreement (
  id uuid primary key, title text not null, kind text not null, purposes text not null, areas text not null,
  our_commitment text not null, legal_check text not null, case_number text not null, signed_on text not null,
  expires_on text not null, follow_up_on text not null, ended_on text not null, end_reason text not null,
  is_expired boolean not null,
  revision bigint not null, created_at bigint not null, updated_at bigint not null, updated_by text not null
);
create index agreement_expires on agreement (expires_on);
create table agreement_party (
  agreement_id uuid not null references agreement (id), organisation_id uuid not null references organisation (id),
  commitment text not null, primary key (agreement_id, organisation_id)
);
create index agreement_party_of on agreement_party (organisation_id);
create table agreement_follow_up (
  id uuid primary key, agreement_id uuid not null references agreement (id), on_day text not null, told text not null,
  created_at bigint not null, created_by text not null
);
create index agreement_follow_up_of on agreement_follow_up (agreement_id);

create table measure (
  id uuid primary key, cause_id uuid not null references crime_cause (id), place bigint not null, action text not null,
  goal text not null, timing text not null, due_on text not null, organisation_id uuid references organisation (id),
  responsible text not null, indicator text not null, revision bigint not null, created_at bigint not null,
  updated_at bigint not null, updated_by text not null
);
create index measure_cause on measure (cause_id);
create table measure_follow_up (
  id uuid primary key, measure_id uuid not null references measure (id), colour text not null, outcome text not null,
  effect text not null, followed_on text not null, created_at bigint not null, created_by text not null
);
create index measure_follow_up_of on measure_follow_up (measure_id);
-- A report to the council as it was when it was finished: the whole document as JSON, with its SHA-256.
create table council_report (
  id uuid primary key, title text not null, document text not null, sha256 text not null, made_at bigint not null,
  made_by text not null
);

-- Civil society, further: councils that meet, what the law asks for every other year, promises to residents, referrals to
-- organisations and proposals from them.

-- capabilities/civil-society ---------------------------------------------------------------------
create table council (
  id uuid primary key, name text not null, kind text not null, chair text not null, is_led_by_municipality boolean not null,
  rhythm text not null, rules text not null, next_on text not null, is_closed boolean not null,
  revision bigint not null, created_at bigint not null, updated_at bigint not null, updated_by text not null
);
-- A seat that is left stays, since meetings name who was there.
create table council_seat (
  id uuid primary key, council_id uuid not null references council (id),
  organisation_id uuid not null references organisation (id), role text not null, is_leading boolean not null,
  from_on text not null, until_on text not null, created_at bigint not null, created_by text not null
);
create index council_seat_of on council_seat (council_id);
create index council_seat_organisation on council_seat (organisation_id);
create table council_meeting (
  id uuid primary key, council_id uuid not null references council (id), on_day text not null, place text not null,
  agenda text not null, minutes text not null, approved_on text not null, document_name text not null,
  revision bigint not null, updated_at bigint not null, updated_by text not null
);
create index council_meeting_of on council_meeting (council_id, on_day);
create table council_document (
  meeting_id uuid primary key references council_meeting (id), bytes bytea not null
);
create table council_attendance (
  meeting_id uuid not null references council_meeting (id), seat_id uuid not null references council_seat (id),
  primary key (meeting_id, seat_id)
);
create table council_action (
  id uuid primary key, council_id uuid not null references council (id),
  meeting_id uuid not null references council_meeting (id), task text not null, responsible text not null,
  due_on text not null, closed_on text not null, outcome text not null, created_at bigint not null, created_by text not null
);
create index council_action_of on council_action (council_id, closed_on);

-- That what the act asks for every other year was decided. Only added: the latest counts.
create table crime_demand (
  id uuid primary key, demand text not null, version text not null, decided_by text not null, decided_on text not null,
  case_number text not null, created_at bigint not null, created_by text not null
);
create index crime_demand_on on crime_demand (demand, decided_on);
create table crime_promise (
  id uuid primary key, title text not null, parties text not null, places text not null, promises text not null,
  background text not null, effect text not null, from_on text not null, until_on text not null, follow_up_on text not null,
  revision bigint not null, updated_at bigint not null, updated_by text not null
);
create table crime_promise_follow_up (
  id uuid primary key, promise_id uuid not null references crime_promise (id), colour text not null, told text not null,
  on_day text not null, created_at bigint not null, created_by text not null
);
create index crime_promise_follow_up_of on crime_promise_follow_up (promise_id);

-- What an organisation proposes to the municipality. Who proposed keeps a code; only its hash stands here.
create table collaboration_proposal (
  id uuid primary key, receipt_hash bytea not null, organisation text not null, role text not null, mandate text not null,
  speaks_for text not null, title text not null, body text not null, offers text not null, contact_address text not null,
  is_answered boolean not null, responsible text not null, due_on text not null, outcome text not null, answer text not null,
  answered_on text not null, received_at bigint not null, revision bigint not null, updated_at bigint not null,
  updated_by text not null
);
create unique index collaboration_proposal_receipt on collaboration_proposal (receipt_hash);
create index collaboration_proposal_due on collaboration_proposal (is_answered, due_on);
-- Organisations that are asked in a process, when they should have answered, and what came of it.
create table referral (
  process_id uuid primary key, due_on text not null, is_listed boolean not null, revision bigint not null,
  updated_at bigint not null, updated_by text not null
);
create table invited_organisation (
  process_id uuid not null, organisation_id uuid not null references organisation (id), address text not null,
  invited_at bigint, reminded_at bigint, outcome text not null, note text not null, updated_at bigint not null,
  updated_by text not null, primary key (process_id, organisation_id)
);
create index invited_organisation_of on invited_organisation (organisation_id);
-- An organisation's answer says who speaks, with which mandate and for whom. It is never counted as residents.
create table organisation_answer (
  id uuid primary key, process_id uuid not null, organisation_id uuid not null references organisation (id),
  role text not null, mandate text not null, speaks_for text not null, answer text not null, received_on text not null,
  created_at bigint not null, created_by text not null
);
create index organisation_answer_of on organisation_answer (process_id);
create table process_party (
  process_id uuid not null, organisation_id uuid not null references organisation (id), commitment text not null,
  signed_on text not null, signed_role text not null, updated_at bigint not null, updated_by text not null,
  primary key (process_id, organisation_id)
);
create index process_party_of on process_party (organisation_id);

-- What a problem can need is named by the pack from now on, and kept by the pack's words.
update crime_problem set functions = replace(replace(replace(functions, '"relations"', '"relation"'), '"resources"', '"resource"'),
  '"trust"', '"legitimacy"');
update relevance_judgement set function = case function when 'relations' then 'relation' when 'resources' then 'resource'
  else 'legitimacy' end where function in ('relations', 'resources', 'trust');
update gap_decision set function = case function when 'relations' then 'relation' when 'resources' then 'resource'
  else 'legitimacy' end where function in ('relations', 'resources', 'trust');

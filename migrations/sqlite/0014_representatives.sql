-- Those who speak for an organisation towards the municipality: invited, verified through a letter, for a time; and what they send.

-- capabilities/civil-society ---------------------------------------------------------------------
-- A row begins as an invitation, whose link works once (only its hash stands here) and until `link_until`. Verified, the person is
-- a representative until `until_on`. Name and address go on `erase_on`; role and days stay, since they are the organisation's history.
create table representative (
  id blob primary key, organisation_id blob not null references organisation (id), role text not null, name text not null,
  email text not null, link_hash blob, link_until integer not null, invited_at integer not null, invited_by text not null,
  verified_at integer, until_on text not null, ended_at integer, ended_by text not null, erase_on text not null
) strict, without rowid;
create index representative_of on representative (organisation_id);
create index representative_email on representative (email);
create unique index representative_link on representative (link_hash) where link_hash is not null;
create index representative_erase on representative (erase_on) where erase_on <> '';
-- A one-time code by letter. It fits only together with the word that the asking browser got; hashes of both stand here.
create table representative_code (
  request_hash blob primary key, email text not null, code_hash blob not null, tries integer not null, expires_at integer not null
) strict, without rowid;
create index representative_code_email on representative_code (email);
create table representative_session (
  token_hash blob primary key, representative_id blob not null references representative (id), created_at integer not null,
  expires_at integer not null
) strict, without rowid;
create index representative_session_of on representative_session (representative_id);

-- Facts of the register that a representative wants changed: as they stood when it was written and as they should be, both as JSON.
create table organisation_change (
  id blob primary key, organisation_id blob not null references organisation (id),
  representative_id blob not null references representative (id), role text not null, stood text not null,
  wanted text not null, sent_at integer not null, decision text not null, reason text not null, decided_at integer,
  decided_by text not null
) strict, without rowid;
create unique index organisation_change_waiting on organisation_change (organisation_id) where decision = '';
create index organisation_change_of on organisation_change (organisation_id, sent_at);

-- Whose representative sent a proposal when signed in, and which answers a representative gave.
alter table collaboration_proposal add column organisation_id blob references organisation (id);
create index collaboration_proposal_of on collaboration_proposal (organisation_id);
alter table organisation_answer add column given_by text not null default '';

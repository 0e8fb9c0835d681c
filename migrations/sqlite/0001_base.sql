-- The whole first schema, in the order of the house from the ground up.
-- The PostgreSQL file with the same number says the same; they differ only in the words for
-- identifiers, bytes and truth, and `schema_parity` in the tests compares them.

-- platform/db -------------------------------------------------------------------------------
create table audit (
  id blob primary key, at integer not null, actor_kind text not null, actor_id blob, act text not null,
  object_kind text not null, object_id text not null, detail text not null
) strict, without rowid;
create index audit_object on audit (object_kind, object_id, at);
create table used_key (key_hash blob primary key, used_at integer not null) strict, without rowid;
create table setting (name text primary key, value text not null, changed_at integer not null) strict, without rowid;
create table file (
  id blob primary key, name text not null, media_type text not null, size integer not null,
  sha256 text not null, bytes blob not null, created_at integer not null
) strict;

-- platform/mail -----------------------------------------------------------------------------
create table outgoing_mail (
  id blob primary key, recipient text not null, subject text not null, body text not null,
  created_at integer not null, send_after integer not null, attempts integer not null, last_error text not null,
  sent_at integer, given_up_at integer
) strict, without rowid;
create index outgoing_mail_due on outgoing_mail (send_after) where sent_at is null and given_up_at is null;

-- capabilities/identity ---------------------------------------------------------------------
create table account (
  id blob primary key, email text not null, name text not null, unit text not null,
  password_hash text not null, totp_secret text not null, totp_step integer not null,
  roles text not null, active integer not null, created_at integer not null, revision integer not null
) strict, without rowid;
create unique index account_email on account (email);
create table session (
  token_hash blob primary key, account_id blob not null references account (id) on delete cascade,
  created_at integer not null, seen_at integer not null, expires_at integer not null, second_factor integer not null
) strict, without rowid;
create index session_account on session (account_id);
-- Who said it stands apart from what was said, with a retention of its own (GDPR art. 5.1 c, e).
create table contact (
  id blob primary key, dialogue_id blob not null, contribution_id blob, email text not null, language text not null,
  token_hash blob not null, created_at integer not null, confirmed_at integer, ended_at integer, erase_after text not null
) strict, without rowid;
create unique index contact_token on contact (token_hash);
create index contact_dialogue on contact (dialogue_id, email);

-- capabilities/method -----------------------------------------------------------------------
create table process (
  id blob primary key, pack text not null, pack_version text not null, template text not null, state text not null,
  returns_to text not null, level text not null, facts text not null, revision integer not null, created_at integer not null, updated_at integer not null,
  updated_by text not null
) strict, without rowid;
create table process_event (
  id blob primary key, process_id blob not null references process (id), at integer not null, actor text not null,
  kind text not null, from_value text not null, to_value text not null, reason text not null, public integer not null
) strict, without rowid;
create index process_event_process on process_event (process_id, at);
create table checklist_item (
  process_id blob not null references process (id), item text not null, status text not null, note text not null,
  changed_at integer not null, changed_by text not null, revision integer not null, primary key (process_id, item)
) strict, without rowid;

-- capabilities/dialogues: what lists and public pages sort and filter by; the rest is facts of the process
create table dialogue (
  id blob primary key references process (id), slug text not null, title text not null, title_en text not null, summary text not null,
  level text not null, phase text not null, area text not null, topic text not null, owner_id blob not null,
  opens_on text not null, closes_on text not null, feedback_on text not null, published_at integer, created_at integer not null,
  updated_at integer not null
) strict, without rowid;
create unique index dialogue_slug on dialogue (slug);
create index dialogue_phase on dialogue (phase, closes_on);
create table dialogue_document (
  id blob primary key, dialogue_id blob not null references dialogue (id), file_id blob not null references file (id),
  title text not null, public integer not null, added_at integer not null, removed_at integer
) strict, without rowid;
create index dialogue_document_dialogue on dialogue_document (dialogue_id);

-- capabilities/participation ----------------------------------------------------------------
create table activity (
  id blob primary key, dialogue_id blob not null references dialogue (id), kind text not null, title text not null,
  title_en text not null, lead text not null, lead_en text not null, state text not null, premoderate integer not null,
  opens_on text not null, closes_on text not null,
  draft text not null, version integer not null, position integer not null, revision integer not null, created_at integer not null
) strict, without rowid;
create index activity_dialogue on activity (dialogue_id, position);
create table activity_version (
  activity_id blob not null references activity (id), version integer not null, definition text not null,
  published_at integer not null, published_by text not null, note text not null, primary key (activity_id, version)
) strict, without rowid;
create table contribution (
  id blob primary key, activity_id blob not null references activity (id), dialogue_id blob not null, version integer not null,
  channel text not null, batch text not null, language text not null, answers text not null, background text not null,
  submitted_at integer not null, changed_at integer, withdrawn_at integer, submit_key blob, receipt_hash blob, entered_by text not null
) strict, without rowid;
create unique index contribution_submit_key on contribution (submit_key) where submit_key is not null;
create unique index contribution_receipt on contribution (receipt_hash) where receipt_hash is not null;
create index contribution_activity on contribution (activity_id, submitted_at);
create index contribution_dialogue on contribution (dialogue_id, submitted_at);
create table contribution_change (
  id blob primary key, contribution_id blob not null references contribution (id), at integer not null, kind text not null,
  answers text not null, reason text not null
) strict, without rowid;
create index contribution_change_contribution on contribution_change (contribution_id);
-- One passage = one free text by one person in answer to one question: what is moderated and coded.
create table passage (
  id blob primary key, contribution_id blob not null references contribution (id), activity_id blob not null,
  dialogue_id blob not null, question text not null, body text not null, public_body text not null, state text not null,
  reason text not null, note text not null, marks text not null, revision integer not null, created_at integer not null,
  decided_at integer, decided_by text not null, withdrawn integer not null
) strict, without rowid;
create index passage_dialogue on passage (dialogue_id, id);
create index passage_contribution on passage (contribution_id);
create index passage_waiting on passage (state, created_at);
create index passage_public on passage (activity_id, question, id) where state in ('published', 'masked') and not withdrawn;
create table import_batch (
  id blob primary key, activity_id blob not null references activity (id), file_name text not null, sha256 text not null,
  rows_accepted integer not null, rows_refused integer not null, report text not null, at integer not null, by_whom text not null,
  undone_at integer
) strict, without rowid;
-- A file on its way in, until somebody has looked at the preview and said yes. Removed then, or after a day.
create table staged_import (
  id blob primary key, activity_id blob not null references activity (id) on delete cascade, file_name text not null,
  bytes blob not null, options text not null, at integer not null, by_whom text not null
) strict, without rowid;
create table place (
  id blob primary key, name text not null, kind text not null, area text not null, latitude real, longitude real
) strict, without rowid;
create index place_name on place (name);

-- capabilities/insights ---------------------------------------------------------------------
create table theme (
  id blob primary key, dialogue_id blob not null, name text not null, definition text not null, counts_in text not null,
  counts_out text not null, example text not null, parent_id blob, position integer not null, shortcut text not null,
  archived integer not null, revision integer not null, created_at integer not null
) strict, without rowid;
create index theme_dialogue on theme (dialogue_id, position);
create table coding (
  passage_id blob not null, theme_id blob not null references theme (id), dialogue_id blob not null, coded_at integer not null,
  coded_by text not null, quotable integer not null, primary key (passage_id, theme_id)
) strict, without rowid;
create index coding_theme on coding (theme_id);
create index coding_dialogue on coding (dialogue_id);
-- A passage read and found to belong to no theme is a result too; without this row nobody knows it was read.
create table passage_read (passage_id blob primary key, dialogue_id blob not null, read_at integer not null, read_by text not null) strict, without rowid;
create index passage_read_dialogue on passage_read (dialogue_id);
create table population (
  id blob primary key, dialogue_id blob not null, question text not null, source text not null, cells text not null,
  imported_at integer not null, imported_by text not null
) strict, without rowid;
create index population_dialogue on population (dialogue_id);

-- capabilities/cases ------------------------------------------------------------------------
create table assignment (
  id blob primary key, body text not null, decided_on text not null, paragraph text not null, wording text not null,
  due_on text not null, case_number text not null, responsible text not null, status text not null, note text not null,
  revision integer not null, created_at integer not null
) strict, without rowid;
create table assignment_dialogue (
  assignment_id blob not null references assignment (id), dialogue_id blob not null, primary key (assignment_id, dialogue_id)
) strict, without rowid;
create index assignment_dialogue_dialogue on assignment_dialogue (dialogue_id);
create table case_document (
  id blob primary key, dialogue_id blob not null, kind text not null, header text not null, sections text not null,
  version integer not null, revision integer not null, updated_at integer not null, updated_by text not null
) strict, without rowid;
create unique index case_document_dialogue on case_document (dialogue_id, kind);
create table case_snapshot (
  id blob primary key, document_id blob not null references case_document (id), dialogue_id blob not null, kind text not null,
  version integer not null, content text not null, sha256 text not null, adopted_at integer not null, adopted_by text not null,
  public integer not null
) strict, without rowid;
create unique index case_snapshot_version on case_snapshot (document_id, version);
create table decision (
  id blob primary key, dialogue_id blob not null, body text not null, decided_on text not null, paragraph text not null,
  wording text not null, effect text not null, reason text not null, revision integer not null, recorded_at integer not null,
  recorded_by text not null
) strict, without rowid;
create index decision_dialogue on decision (dialogue_id);
create table answer (
  id blob primary key, dialogue_id blob not null, theme_id blob not null, you_said text not null, outcome text not null,
  reason text not null, responsible text not null, due_text text not null, decision_id blob, published_at integer,
  revision integer not null, updated_at integer not null, updated_by text not null
) strict, without rowid;
create unique index answer_theme on answer (theme_id);
create index answer_dialogue on answer (dialogue_id);
create table answer_dispatch (
  id blob primary key, dialogue_id blob not null, stage text not null, sent_at integer not null, recipients integer not null, sent_by text not null
) strict, without rowid;
create index answer_dispatch_dialogue on answer_dispatch (dialogue_id);

-- The whole first schema, in the order of the house from the ground up.
-- The SQLite file with the same number says the same; they differ only in the words for
-- identifiers, bytes and truth, and `schema_parity` in the tests compares them.

-- platform/db -------------------------------------------------------------------------------
create table audit (
  id uuid primary key, at bigint not null, actor_kind text not null, actor_id uuid, act text not null,
  object_kind text not null, object_id text not null, detail text not null
);
create index audit_object on audit (object_kind, object_id, at);
create table used_key (key_hash bytea primary key, used_at bigint not null);
create table setting (name text primary key, value text not null, changed_at bigint not null);
create table file (
  id uuid primary key, name text not null, media_type text not null, size bigint not null,
  sha256 text not null, bytes bytea not null, created_at bigint not null
);

-- platform/mail -----------------------------------------------------------------------------
create table outgoing_mail (
  id uuid primary key, recipient text not null, subject text not null, body text not null,
  created_at bigint not null, send_after bigint not null, attempts bigint not null, last_error text not null,
  sent_at bigint, given_up_at bigint
);
create index outgoing_mail_due on outgoing_mail (send_after) where sent_at is null and given_up_at is null;

-- capabilities/identity ---------------------------------------------------------------------
create table account (
  id uuid primary key, email text not null, name text not null, unit text not null,
  password_hash text not null, totp_secret text not null, totp_step bigint not null,
  roles text not null, active boolean not null, created_at bigint not null, revision bigint not null
);
create unique index account_email on account (email);
create table session (
  token_hash bytea primary key, account_id uuid not null references account (id) on delete cascade,
  created_at bigint not null, seen_at bigint not null, expires_at bigint not null, second_factor boolean not null
);
create index session_account on session (account_id);
-- Who said it stands apart from what was said, with a retention of its own (GDPR art. 5.1 c, e).
create table contact (
  id uuid primary key, dialogue_id uuid not null, contribution_id uuid, email text not null, language text not null,
  token_hash bytea not null, created_at bigint not null, confirmed_at bigint, ended_at bigint, erase_after text not null
);
create unique index contact_token on contact (token_hash);
create index contact_dialogue on contact (dialogue_id, email);

-- capabilities/method -----------------------------------------------------------------------
create table process (
  id uuid primary key, pack text not null, pack_version text not null, template text not null, state text not null,
  returns_to text not null, level text not null, facts text not null, revision bigint not null, created_at bigint not null, updated_at bigint not null,
  updated_by text not null
);
create table process_event (
  id uuid primary key, process_id uuid not null references process (id), at bigint not null, actor text not null,
  kind text not null, from_value text not null, to_value text not null, reason text not null, public boolean not null
);
create index process_event_process on process_event (process_id, at);
create table checklist_item (
  process_id uuid not null references process (id), item text not null, status text not null, note text not null,
  changed_at bigint not null, changed_by text not null, revision bigint not null, primary key (process_id, item)
);

-- capabilities/dialogues: what lists and public pages sort and filter by; the rest is facts of the process
create table dialogue (
  id uuid primary key references process (id), slug text not null, title text not null, title_en text not null, summary text not null,
  level text not null, phase text not null, area text not null, topic text not null, owner_id uuid not null,
  opens_on text not null, closes_on text not null, feedback_on text not null, published_at bigint, created_at bigint not null,
  updated_at bigint not null
);
create unique index dialogue_slug on dialogue (slug);
create index dialogue_phase on dialogue (phase, closes_on);
create table dialogue_document (
  id uuid primary key, dialogue_id uuid not null references dialogue (id), file_id uuid not null references file (id),
  title text not null, public boolean not null, added_at bigint not null, removed_at bigint
);
create index dialogue_document_dialogue on dialogue_document (dialogue_id);

-- capabilities/participation ----------------------------------------------------------------
create table activity (
  id uuid primary key, dialogue_id uuid not null references dialogue (id), kind text not null, title text not null,
  title_en text not null, lead text not null, lead_en text not null, state text not null, premoderate boolean not null,
  opens_on text not null, closes_on text not null,
  draft text not null, version bigint not null, position bigint not null, revision bigint not null, created_at bigint not null
);
create index activity_dialogue on activity (dialogue_id, position);
create table activity_version (
  activity_id uuid not null references activity (id), version bigint not null, definition text not null,
  published_at bigint not null, published_by text not null, note text not null, primary key (activity_id, version)
);
create table contribution (
  id uuid primary key, activity_id uuid not null references activity (id), dialogue_id uuid not null, version bigint not null,
  channel text not null, batch text not null, language text not null, answers text not null, background text not null,
  submitted_at bigint not null, changed_at bigint, withdrawn_at bigint, submit_key bytea, receipt_hash bytea, entered_by text not null
);
create unique index contribution_submit_key on contribution (submit_key) where submit_key is not null;
create unique index contribution_receipt on contribution (receipt_hash) where receipt_hash is not null;
create index contribution_activity on contribution (activity_id, submitted_at);
create index contribution_dialogue on contribution (dialogue_id, submitted_at);
create table contribution_change (
  id uuid primary key, contribution_id uuid not null references contribution (id), at bigint not null, kind text not null,
  answers text not null, reason text not null
);
create index contribution_change_contribution on contribution_change (contribution_id);
-- One passage = one free text by one person in answer to one question: what is moderated and coded.
create table passage (
  id uuid primary key, contribution_id uuid not null references contribution (id), activity_id uuid not null,
  dialogue_id uuid not null, question text not null, body text not null, public_body text not null, state text not null,
  reason text not null, note text not null, marks text not null, revision bigint not null, created_at bigint not null,
  decided_at bigint, decided_by text not null, withdrawn boolean not null
);
create index passage_dialogue on passage (dialogue_id, id);
create index passage_contribution on passage (contribution_id);
create index passage_waiting on passage (state, created_at);
create index passage_public on passage (activity_id, question, id) where state in ('published', 'masked') and not withdrawn;
create table import_batch (
  id uuid primary key, activity_id uuid not null references activity (id), file_name text not null, sha256 text not null,
  rows_accepted bigint not null, rows_refused bigint not null, report text not null, at bigint not null, by_whom text not null,
  undone_at bigint
);
-- A file on its way in, until somebody has looked at the preview and said yes. Removed then, or after a day.
create table staged_import (
  id uuid primary key, activity_id uuid not null references activity (id) on delete cascade, file_name text not null,
  bytes bytea not null, options text not null, at bigint not null, by_whom text not null
);
create table place (
  id uuid primary key, name text not null, kind text not null, area text not null, latitude double precision, longitude double precision
);
create index place_name on place (name);

-- capabilities/insights ---------------------------------------------------------------------
create table theme (
  id uuid primary key, dialogue_id uuid not null, name text not null, definition text not null, counts_in text not null,
  counts_out text not null, example text not null, parent_id uuid, position bigint not null, shortcut text not null,
  archived boolean not null, revision bigint not null, created_at bigint not null
);
create index theme_dialogue on theme (dialogue_id, position);
create table coding (
  passage_id uuid not null, theme_id uuid not null references theme (id), dialogue_id uuid not null, coded_at bigint not null,
  coded_by text not null, quotable boolean not null, primary key (passage_id, theme_id)
);
create index coding_theme on coding (theme_id);
create index coding_dialogue on coding (dialogue_id);
-- A passage read and found to belong to no theme is a result too; without this row nobody knows it was read.
create table passage_read (passage_id uuid primary key, dialogue_id uuid not null, read_at bigint not null, read_by text not null);
create index passage_read_dialogue on passage_read (dialogue_id);
create table population (
  id uuid primary key, dialogue_id uuid not null, question text not null, source text not null, cells text not null,
  imported_at bigint not null, imported_by text not null
);
create index population_dialogue on population (dialogue_id);

-- capabilities/cases ------------------------------------------------------------------------
create table assignment (
  id uuid primary key, body text not null, decided_on text not null, paragraph text not null, wording text not null,
  due_on text not null, case_number text not null, responsible text not null, status text not null, note text not null,
  revision bigint not null, created_at bigint not null
);
create table assignment_dialogue (
  assignment_id uuid not null references assignment (id), dialogue_id uuid not null, primary key (assignment_id, dialogue_id)
);
create index assignment_dialogue_dialogue on assignment_dialogue (dialogue_id);
create table case_document (
  id uuid primary key, dialogue_id uuid not null, kind text not null, header text not null, sections text not null,
  version bigint not null, revision bigint not null, updated_at bigint not null, updated_by text not null
);
create unique index case_document_dialogue on case_document (dialogue_id, kind);
create table case_snapshot (
  id uuid primary key, document_id uuid not null references case_document (id), dialogue_id uuid not null, kind text not null,
  version bigint not null, content text not null, sha256 text not null, adopted_at bigint not null, adopted_by text not null,
  public boolean not null
);
create unique index case_snapshot_version on case_snapshot (document_id, version);
create table decision (
  id uuid primary key, dialogue_id uuid not null, body text not null, decided_on text not null, paragraph text not null,
  wording text not null, effect text not null, reason text not null, revision bigint not null, recorded_at bigint not null,
  recorded_by text not null
);
create index decision_dialogue on decision (dialogue_id);
create table answer (
  id uuid primary key, dialogue_id uuid not null, theme_id uuid not null, you_said text not null, outcome text not null,
  reason text not null, responsible text not null, due_text text not null, decision_id uuid, published_at bigint,
  revision bigint not null, updated_at bigint not null, updated_by text not null
);
create unique index answer_theme on answer (theme_id);
create index answer_dialogue on answer (dialogue_id);
create table answer_dispatch (
  id uuid primary key, dialogue_id uuid not null, stage text not null, sent_at bigint not null, recipients bigint not null, sent_by text not null
);
create index answer_dispatch_dialogue on answer_dispatch (dialogue_id);

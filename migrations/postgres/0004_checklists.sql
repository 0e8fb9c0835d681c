-- Checklists as work, a calendar for each official, and methods taken from the toolbox.
-- The SQLite file with the same number says the same.

-- capabilities/dialogues: items that a dialogue has beside those of the pack. `item` is the key that ticks and work name:
-- made here, or `<method>.<item>` for what a method's card brought, so that it is brought once.
create table own_item (
  dialogue_id uuid not null references dialogue (id), item text not null, phase text not null, text text not null,
  method text not null, added_at bigint not null, added_by text not null, removed_at bigint,
  primary key (dialogue_id, item)
);
-- Who does an item by when, and what shows that it is done. Whether it is done stands in `checklist_item`.
create table checklist_work (
  dialogue_id uuid not null references dialogue (id), item text not null, owner_id uuid references account (id),
  due_on text not null, note text not null, link text not null, document_id uuid references dialogue_document (id), changed_at bigint not null,
  revision bigint not null, primary key (dialogue_id, item)
);
create index checklist_work_due on checklist_work (due_on) where due_on <> '';
-- The secret address of an official's calendar (only its hash), and what it last told, so that it changes when that does.
create table calendar_feed (
  account_id uuid primary key references account (id) on delete cascade, token_hash bytea not null, made_at bigint not null,
  told_hash bytea not null, told_at bigint not null
);
create unique index calendar_feed_token on calendar_feed (token_hash);

-- capabilities/participation: the activity that a method got in a dialogue, so that it gets one
create table method_activity (
  dialogue_id uuid not null references dialogue (id), method text not null, activity_id uuid not null references activity (id),
  primary key (dialogue_id, method)
);

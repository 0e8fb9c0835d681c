-- Panels drawn by lot: what they are drawn from, what was published, what was drawn. And what became of suggestions at the coding desk.

-- capabilities/lottery ---------------------------------------------------------------------------
-- `figures` is JSON without anybody's number, so it stays when pool and file are erased. A lottery for empty seats has a parent: the
-- lottery that drew the panel. Dates that are not there yet are ''.
create table lottery (
  id uuid primary key, dialogue_id uuid not null references dialogue (id), parent_id uuid references lottery (id), name text not null,
  stage text not null, seats bigint not null, people bigint not null, quotas text not null, reason text not null,
  figures text not null, seed_source text not null, settles_on text not null, seed text not null, number bigint not null,
  published_at bigint, published_by text not null, drawn_at bigint, drawn_by text not null, cancelled_at bigint,
  cancelled_by text not null, erase_on text not null, erased_at bigint, erased_by text not null, revision bigint not null,
  created_at bigint not null, created_by text not null
);
create index lottery_dialogue on lottery (dialogue_id, created_at);
create index lottery_parent on lottery (parent_id);
create index lottery_erase on lottery (erase_on) where erased_at is null;
-- Personal data, though no names: who said yes, by number, with their categories. Erased by an act of its own.
create table lottery_pool (lottery_id uuid primary key references lottery (id), people text not null);
-- The thousand panels, as they are published, made from what stood at a revision.
create table lottery_file (
  lottery_id uuid primary key references lottery (id), revision bigint not null, document text not null
);

-- capabilities/insights --------------------------------------------------------------------------
-- What an official decided about a suggestion of the program: taken up as a theme, or put aside. The key is what the suggestion is known
-- by when suggestions are made anew: its foremost terms, or its first text.
create table suggestion_decision (
  dialogue_id uuid not null, suggestion text not null, theme_id uuid references theme (id), decided_at bigint not null,
  decided_by text not null, primary key (dialogue_id, suggestion)
);

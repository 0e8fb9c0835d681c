-- Panels drawn by lot: what they are drawn from, what was published, what was drawn. And what became of suggestions at the coding desk.

-- capabilities/lottery ---------------------------------------------------------------------------
-- `figures` is JSON without anybody's number, so it stays when pool and file are erased. A lottery for empty seats has a parent: the
-- lottery that drew the panel. Dates that are not there yet are ''.
create table lottery (
  id blob primary key, dialogue_id blob not null references dialogue (id), parent_id blob references lottery (id), name text not null,
  stage text not null, seats integer not null, people integer not null, quotas text not null, reason text not null,
  figures text not null, seed_source text not null, settles_on text not null, seed text not null, number integer not null,
  published_at integer, published_by text not null, drawn_at integer, drawn_by text not null, cancelled_at integer,
  cancelled_by text not null, erase_on text not null, erased_at integer, erased_by text not null, revision integer not null,
  created_at integer not null, created_by text not null
) strict, without rowid;
create index lottery_dialogue on lottery (dialogue_id, created_at);
create index lottery_parent on lottery (parent_id);
create index lottery_erase on lottery (erase_on) where erased_at is null;
-- Personal data, though no names: who said yes, by number, with their categories. Erased by an act of its own.
create table lottery_pool (lottery_id blob primary key references lottery (id), people text not null) strict, without rowid;
-- The thousand panels, as they are published, made from what stood at a revision.
create table lottery_file (
  lottery_id blob primary key references lottery (id), revision integer not null, document text not null
) strict;

-- capabilities/insights --------------------------------------------------------------------------
-- What an official decided about a suggestion of the program: taken up as a theme, or put aside. The key is what the suggestion is known
-- by when suggestions are made anew: its foremost terms, or its first text.
create table suggestion_decision (
  dialogue_id blob not null, suggestion text not null, theme_id blob references theme (id), decided_at integer not null,
  decided_by text not null, primary key (dialogue_id, suggestion)
) strict, without rowid;

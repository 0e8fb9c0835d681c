-- The evidence chain: what was said, what was understood, what is done about it, and what became of it.

-- capabilities/evidence-chain ---------------------------------------------------------------------
-- `rank` is the place of the kind in the thread (1 evidence … 10 answer). It stands in the keys that links refer to, so that
-- a link can only lead onwards: a circle, or a link to nothing, cannot be written. `details` are the fields of the pack's template;
-- what lists and traces read stands beside. `standing` is draft, standing or set-aside. What follows `base` is counted from links.
create table chain_node (
  id uuid primary key, kind text not null, rank bigint not null, title text not null, body text not null, status text not null,
  standing text not null check (standing in ('draft', 'standing', 'set-aside')), reason text not null, public_text text not null,
  group_names text not null, source_kind text not null, source text not null, quotable text not null, origin_id uuid references process (id), origin text not null,
  topic text not null, area text not null, passage_id uuid, theme_id uuid, voices bigint not null, base bigint not null, follow_ups bigint not null,
  supporting bigint not null, contradicting bigint not null, sources bigint not null, source_kinds bigint not null,
  groups_heard bigint not null, details text not null, search text not null, erased_at bigint, revision bigint not null,
  created_at bigint not null, created_by text not null, updated_at bigint not null, updated_by text not null,
  unique (id, rank),
  check ((kind = 'evidence' and rank = 1) or (kind = 'insight' and rank = 2) or (kind = 'need' and rank = 3)
    or (kind = 'question' and rank = 4) or (kind = 'idea' and rank = 5) or (kind = 'prototype' and rank = 6)
    or (kind = 'test' and rank = 7) or (kind = 'measure' and rank = 8) or (kind = 'effect' and rank = 9)
    or (kind = 'answer' and rank = 10))
);
create index chain_node_kind on chain_node (rank, created_at);
create index chain_node_origin on chain_node (origin_id) where origin_id is not null;
create unique index chain_node_passage on chain_node (passage_id) where passage_id is not null and erased_at is null;
create table chain_link (
  id uuid primary key, from_id uuid not null, from_rank bigint not null, to_id uuid not null, to_rank bigint not null,
  sort text not null check (sort in ('supports', 'contradicts', 'leads-to')), reason text not null, made_at bigint not null,
  made_by text not null, removed_at bigint, removed_by text not null, removed_reason text not null,
  check (from_rank < to_rank),
  foreign key (from_id, from_rank) references chain_node (id, rank),
  foreign key (to_id, to_rank) references chain_node (id, rank)
);
create unique index chain_link_live on chain_link (from_id, to_id) where removed_at is null;
create index chain_link_back on chain_link (to_id, from_id) where removed_at is null;
-- Which contributions stand behind a piece of evidence.
create table chain_voice (
  contribution_id uuid not null, node_id uuid not null references chain_node (id), primary key (contribution_id, node_id)
);
create index chain_voice_node on chain_voice (node_id);
-- Which projects work with a node. One may serve several.
create table chain_place (
  process_id uuid not null references process (id), node_id uuid not null references chain_node (id), placed_at bigint not null, placed_by text not null,
  primary key (process_id, node_id)
);
create index chain_place_node on chain_place (node_id);
-- Which measures a decision of a board decided: on what does the decision rest?
create table chain_decision (
  decision_id uuid not null references decision (id), node_id uuid not null references chain_node (id), tied_at bigint not null, tied_by text not null,
  primary key (decision_id, node_id)
);
create index chain_decision_node on chain_decision (node_id);

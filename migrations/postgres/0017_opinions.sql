-- Stances on statements: what one analysis hands to the next.

-- capabilities/participation --------------------------------------------------------------------
-- `memory` is JSON: axes, and which group each participant was in. It is kept as carefully as the answers and shown to nobody.
create table opinion_memory (
  activity_id uuid primary key references activity (id), memory text not null, made_at bigint not null
);

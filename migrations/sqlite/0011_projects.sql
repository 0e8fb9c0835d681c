-- Service design: projects and collaborations lie on the same desk as dialogues.

-- capabilities/dialogues ---------------------------------------------------------------------
-- What a process is to the desk, by its pack. Residents see dialogues only.
alter table dialogue add column kind text not null default 'dialogue' check (kind in ('dialogue', 'project', 'collaboration'));
create index dialogue_kind on dialogue (kind, closes_on);

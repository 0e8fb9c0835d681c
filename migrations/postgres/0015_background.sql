-- Results that take a while to compute: asked for by the act that changes what they rest on, made apart from requests.

-- platform/background ---------------------------------------------------------------------------
-- `asked` counts how often it was asked for, `made` what `asked` was when the result that stands here was begun: the result is current
-- when they are equal. `due_at` is when it may be begun; whoever begins moves it on, so that another node does not begin too.
create table computation (
  subject_id uuid not null, kind text not null, asked bigint not null, made bigint not null, due_at bigint not null, attempts bigint not null,
  result text not null, made_at bigint, fault text not null, primary key (subject_id, kind)
);
create index computation_waiting on computation (due_at) where asked > made;

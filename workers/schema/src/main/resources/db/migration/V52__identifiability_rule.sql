-- Rules about what identifies, as people proposed them: in force while their promotion is active. A rule may quote values, so it
-- never leaves the identifiable zone; governance knows it by its number.
create table identifiable.identifiability_rule (
    rule_id       bigint generated always as identity primary key,
    name          text not null,
    version       int not null,
    content       jsonb not null,
    author        text not null,
    promotion_key text not null unique,
    proposed_at   timestamptz not null default now(),
    unique (name, version)
);
grant select, insert on identifiable.identifiability_rule to haven_gate;
alter table governance.promotion drop constraint promotion_kind_check;
alter table governance.promotion add constraint promotion_kind_check check (kind in ('tag', 'image-type', 'rule'));

create table governance.decision (
    request_key text not null references governance.request,
    round       int not null,
    controller  text not null,
    decision    text not null check (decision in ('approve', 'approve-with-conditions', 'refuse', 'return', 'lapse')),
    conditions  text,
    ends_on     date,
    reason      text,
    decided_by  text not null,
    decided_at  timestamptz not null default now(),
    primary key (request_key, round, controller)
);
create table governance.agreement (
    agreement_key text primary key,
    request_key   text not null unique references governance.request,
    project_key   text not null references governance.project,
    cohort_key    text not null,
    conditions    text,
    starts_on     date not null,
    ends_on       date not null,
    state         text not null default 'active' check (state in ('active', 'ended', 'revoked'))
);
-- the cohort is narrowed to these
create table governance.agreement_controller (
    agreement_key text not null references governance.agreement,
    controller    text not null,
    -- a data controller that takes its consent back leaves the scope but not the record
    revoked_at    timestamptz,
    primary key (agreement_key, controller)
);
create table governance.task_notice (
    id          bigint generated always as identity primary key,
    subject     text not null,
    kind        text not null,
    recipient   text not null,
    sent_at     timestamptz not null default now(),
    business_key text not null unique
);
grant select, insert, update on governance.decision, governance.agreement, governance.agreement_controller,
    governance.task_notice to haven_governance;
grant select on governance.agreement, governance.agreement_controller to haven_gate, haven_project, haven_search;

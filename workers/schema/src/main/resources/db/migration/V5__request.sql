create table governance.project (
    project_key text primary key,
    title       text not null,
    lead        text not null,
    state       text not null default 'proposed' check (state in ('proposed', 'active', 'ended', 'revoked')),
    created_at  timestamptz not null default now()
);
create table governance.request (
    request_key text primary key,
    project_key text not null references governance.project,
    cohort_key  text not null,
    applicant   text not null,
    state       text not null default 'draft' check (state in
        ('draft', 'submitted', 'in-triage', 'returned', 'in-approval', 'approved', 'refused', 'withdrawn', 'lapsed')),
    round       int not null default 1,
    purpose     text,
    created_at  timestamptz not null default now(),
    changed_at  timestamptz not null default now()
);
grant select, insert, update on governance.project, governance.request to haven_governance;
grant select, insert on governance.project, governance.request to haven_search;
grant select on governance.project, governance.request to haven_gate, haven_project;

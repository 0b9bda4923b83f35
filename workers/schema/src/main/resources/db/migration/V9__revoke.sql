create table governance.revocation (
    revocation_key text primary key,
    kind           text not null check (kind in
        ('project', 'patient', 'tag', 'image-type', 'controller', 'agreement')),
    subject        text not null,
    state          text not null default 'requested' check (state in
        ('requested', 'withdrawing', 'escalated', 'certified')),
    requested_by   text not null,
    reason         text,
    requested_at   timestamptz not null default now(),
    certified_at   timestamptz,
    certificate    jsonb
);
create table governance.revocation_release (
    revocation_key text not null references governance.revocation,
    release_key    text not null references governance.release,
    state          text not null default 'found' check (state in ('found', 'withdrawn')),
    files_before   int,
    files_removed  int,
    files_after    int,
    primary key (revocation_key, release_key)
);
-- the items of a release that have to go, when not all of them do; worked out in the gate from the ledger
create table governance.revocation_item (
    revocation_key text not null references governance.revocation,
    release_key    text not null references governance.release,
    item           text not null,
    primary key (revocation_key, release_key, item)
);
grant select, insert, update on governance.revocation, governance.revocation_release, governance.revocation_item
    to haven_governance;
grant select, insert on governance.revocation_release, governance.revocation_item to haven_gate;
grant select on governance.revocation, governance.revocation_release to haven_gate, haven_project, haven_identifiable;
grant update on governance.revocation_release to haven_project;
grant select on governance.revocation_item to haven_project;

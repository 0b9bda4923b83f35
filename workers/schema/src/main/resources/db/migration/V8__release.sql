create table governance.release (
    release_key     text primary key,
    extraction_key  text not null unique references governance.extraction,
    project_key     text not null references governance.project,
    agreement_key   text not null references governance.agreement,
    state           text not null default 'prepared' check (state in ('prepared', 'released', 'rejected', 'withdrawn')),
    files           int not null default 0,
    manifest_sha256 bytea,
    released_by     text,
    released_at     timestamptz
);
grant select, insert, update on governance.release to haven_project;
grant select on governance.release to haven_governance, haven_gate;

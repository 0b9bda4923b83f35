create table governance.extraction (
    extraction_key text primary key,
    agreement_key  text not null references governance.agreement,
    project_key    text not null references governance.project,
    started_by     text not null,
    state          text not null default 'planned' check (state in
        ('planned', 'extracting', 'in-review', 'verified', 'suspended', 'failed', 'empty')),
    policy         text not null default 'research',
    started_at     timestamptz not null default now(),
    finished_at    timestamptz
);
-- One row for each file the extraction was asked for, and for each id that matched none. Names inputs only by opaque key.
create table governance.extraction_file (
    extraction_key text not null references governance.extraction,
    item           text not null,
    instance_key   uuid,
    chunk          int,
    state          text not null default 'pending' check (state in
        ('pending', 'deidentified', 'flagged', 'rejected', 'failed', 'unmatched', 'released', 'withdrawn')),
    reason         text,
    output_path    text,
    pseudonym      text,
    sha256         bytea,
    size_bytes     bigint,
    primary key (extraction_key, item)
);
create index extraction_file_chunk on governance.extraction_file (extraction_key, chunk);
-- whose hands were on it: none of them may review its release
create table governance.extraction_person (
    extraction_key text not null references governance.extraction,
    username       text not null,
    duty           text not null,
    primary key (extraction_key, username, duty)
);
-- which promotions it rests on, so that a suspended one finds it
create table governance.extraction_promotion (
    extraction_key text not null references governance.extraction,
    promotion_key  text not null references governance.promotion,
    primary key (extraction_key, promotion_key)
);
grant select, insert, update on governance.extraction, governance.extraction_file, governance.extraction_promotion
    to haven_gate;
grant select, insert, update on governance.extraction, governance.extraction_person to haven_governance;
grant select, insert on governance.extraction_person to haven_gate;
grant select on governance.extraction_file, governance.extraction_promotion to haven_governance;
grant select on governance.extraction, governance.extraction_person to haven_project;
grant select, update on governance.extraction_file to haven_project;

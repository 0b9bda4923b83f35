create table identifiable.batch (
    batch_key          text primary key,
    folder             text not null,
    default_controller text references governance.data_controller,
    started_by         text not null,
    state              text not null default 'registered',
    started_at         timestamptz not null default now(),
    finished_at        timestamptz
);

create table identifiable.patient (
    eupi        text primary key,
    provisional boolean not null default false,
    -- set by a merge and cleared by an un-merge; what was pseudonymised under this EUPI is still found through it
    merged_into text references identifiable.patient,
    opted_out_at timestamptz
);
create index patient_merged_into on identifiable.patient (merged_into);
-- Any number of identifiers lead to one EUPI; merges and un-merges are dated rows, never overwritten.
create table identifiable.patient_identifier (
    id         bigint generated always as identity primary key,
    source     text not null,
    value      text not null,
    eupi       text not null references identifiable.patient,
    valid_from timestamptz not null default now(),
    valid_to   timestamptz,
    recorded_by text not null
);
create unique index patient_identifier_current on identifiable.patient_identifier (source, value) where valid_to is null;
create index patient_identifier_eupi on identifiable.patient_identifier (eupi);

create table identifiable.instance (
    instance_key       uuid primary key default gen_random_uuid(),
    sop_instance_uid   text not null,
    series_uid         text not null,
    study_uid          text not null,
    sop_class_uid      text not null,
    eupi               text not null references identifiable.patient,
    -- the identifier the file itself carried, normalised: what an un-merge goes back to
    id_source          text not null,
    id_value           text not null,
    controller         text not null references governance.data_controller,
    modality           text,
    image_type_id      bigint,
    path               text not null,
    size_bytes         bigint not null,
    sha256             bytea not null,
    tags               jsonb not null,
    batch_key          text not null references identifiable.batch,
    ingested_at        timestamptz not null default now(),
    unique (sop_instance_uid)
);
create index instance_identifier on identifiable.instance (id_source, id_value);
create index instance_batch on identifiable.instance (batch_key);
create index instance_eupi on identifiable.instance (eupi);
create index instance_study on identifiable.instance (study_uid);
create index instance_image_type on identifiable.instance (image_type_id);

-- (modality, manufacturer, model, software, image type): the classes of image that need a pixel rule
create table identifiable.image_type (
    image_type_id bigint generated always as identity primary key,
    modality      text not null,
    manufacturer  text not null,
    model         text not null,
    software      text not null,
    image_type    text not null,
    promotion_key text unique,
    unique (modality, manufacturer, model, software, image_type)
);

create table identifiable.file (
    file_id      bigint generated always as identity primary key,
    batch_key    text not null references identifiable.batch,
    path         text not null,
    size_bytes   bigint,
    chunk        int not null,
    state        text not null default 'pending'
        check (state in ('pending', 'stored', 'duplicate', 'quarantined', 'rejected')),
    reason       text,
    instance_key uuid references identifiable.instance,
    unique (batch_key, path)
);
create index file_chunk on identifiable.file (batch_key, chunk);

create table identifiable.linked_row (
    id        bigint generated always as identity primary key,
    batch_key text not null references identifiable.batch,
    dataset   text not null,
    eupi      text not null references identifiable.patient,
    row_no    int not null,
    content   jsonb not null,
    unique (batch_key, dataset, row_no)
);

-- rows of linked tables that could not be loaded: which and why, never what they held
create table identifiable.linked_reject (
    batch_key text not null references identifiable.batch,
    path      text not null,
    row_no    int not null,
    reason    text not null,
    primary key (batch_key, path, row_no)
);
-- what a person entered on the evidence page: this provisional patient is who holds that identifier
create table identifiable.mapping_resolution (
    batch_key   text not null references identifiable.batch,
    eupi        text not null references identifiable.patient,
    source      text not null,
    value       text not null,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    applied_at  timestamptz,
    primary key (batch_key, eupi)
);

create table identifiable.opt_out (
    opt_out_key text primary key,
    eupi        text not null references identifiable.patient,
    recorded_at timestamptz not null default now(),
    recorded_by text not null
);

-- What the reviewer of a tag or an image type looks at; never leaves the zone.
create table identifiable.promotion_evidence (
    promotion_key text not null,
    item          text not null,
    content       jsonb not null,
    picture       bytea,
    primary key (promotion_key, item)
);

-- The link between zones and the secrets of projects: gate only.
create table identifiable.inventory_link (
    eupi        text primary key references identifiable.patient,
    patient_key uuid not null unique default gen_random_uuid()
);
create table identifiable.project_secret (
    project_key  text primary key,
    secret       bytea,
    created_at   timestamptz not null default now(),
    destroyed_at timestamptz,
    check ((secret is null) = (destroyed_at is not null))
);
create table identifiable.project_pseudonym (
    project_key text not null,
    eupi        text not null references identifiable.patient,
    pseudonym   text not null,
    primary key (project_key, eupi)
);

grant select, insert, update, delete on all tables in schema identifiable to haven_gate;
grant select, insert, update, delete on identifiable.batch, identifiable.patient, identifiable.patient_identifier,
    identifiable.instance, identifiable.image_type, identifiable.file, identifiable.linked_row, identifiable.opt_out,
    identifiable.promotion_evidence, identifiable.linked_reject, identifiable.mapping_resolution to haven_identifiable;

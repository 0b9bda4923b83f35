-- A tag or an image type on its way out of the identifiable zone. The subject of a tag is its DICOM keyword;
-- of an image type only an opaque id, since device names can hold anything.
create table governance.promotion (
    promotion_key text primary key,
    kind          text not null check (kind in ('tag', 'image-type')),
    subject       text not null,
    version       int not null default 1,
    state         text not null default 'proposed'
        check (state in ('proposed', 'active', 'refused', 'suspended', 'superseded')),
    risk          text,
    pixel_rule    jsonb,
    started_by    text not null,
    changed_at    timestamptz not null default now(),
    unique (kind, subject, version)
);
grant select, insert, update on governance.promotion to haven_gate, haven_governance;
grant select on governance.promotion to haven_identifiable, haven_search, haven_project;

create table inventory.patient (
    patient_key uuid primary key,
    sex         text,
    birth_year  int
);
create table inventory.study (
    study_key   uuid primary key default gen_random_uuid(),
    patient_key uuid not null references inventory.patient on delete cascade,
    year        int,
    age_years   int,
    promoted    jsonb not null default '{}'
);
create table inventory.series (
    series_key  uuid primary key default gen_random_uuid(),
    study_key   uuid not null references inventory.study on delete cascade,
    modality    text,
    body_part   text,
    promoted    jsonb not null default '{}'
);
create table inventory.instance (
    instance_key uuid primary key,
    series_key   uuid not null references inventory.series on delete cascade,
    controller   text not null,
    image_type   text,
    promoted     jsonb not null default '{}'
);
create index instance_series on inventory.instance (series_key);
create index series_study on inventory.series (study_key);
create index study_patient on inventory.study (patient_key);
-- source UIDs to inventory keys, so that a refresh keeps keys: gate only, so it lies in its schema
-- a UID that two patients share by mistake stays two studies
create table identifiable.study_link (
    study_uid text not null, eupi text not null, study_key uuid not null unique default gen_random_uuid(),
    primary key (study_uid, eupi)
);
create table identifiable.series_link (
    series_uid text not null, study_key uuid not null, series_key uuid not null unique default gen_random_uuid(),
    primary key (series_uid, study_key)
);
-- what each value of a promoted tag became; an absent row or a null means the value stays in the zone
create table identifiable.standard_value (
    keyword  text not null,
    raw      text not null,
    standard text,
    primary key (keyword, raw)
);
grant select, insert, update, delete on identifiable.study_link, identifiable.series_link, identifiable.standard_value
    to haven_gate;

grant select, insert, update, delete on all tables in schema inventory to haven_gate;
grant select on all tables in schema inventory to haven_search;

-- What reports say, as concepts of the lexicon and never as text. Only the gate reads reports; offsets and versions are kept
-- so that a reading can be checked against its report.
create table identifiable.report_reading (
    instance_key uuid primary key references identifiable.instance on delete cascade,
    version      text not null,
    problem      text,
    read_at      timestamptz not null default now()
);
create table identifiable.report_mention (
    instance_key uuid not null references identifiable.report_reading on delete cascade,
    start_at     int not null,
    end_at       int not null,
    concept      text not null,
    section      text not null,
    assertion    text not null check (assertion in ('present', 'absent', 'uncertain')),
    time         text not null check (time in ('current', 'past', 'hypothetical')),
    experiencer  text not null check (experiencer in ('patient', 'other')),
    side         text,
    place        text,
    millimetres  double precision,
    change       text,
    rule         text not null,
    primary key (instance_key, start_at)
);
-- How a report as a whole stands to a concept, broader ones included; no row means that the report does not mention it.
create table identifiable.report_finding (
    instance_key uuid not null references identifiable.report_reading on delete cascade,
    concept      text not null,
    standing     text not null check (standing in ('present', 'absent', 'uncertain')),
    primary key (instance_key, concept)
);
create index report_finding_concept on identifiable.report_finding (concept);
grant select, insert, update, delete on identifiable.report_reading, identifiable.report_mention,
    identifiable.report_finding to haven_gate;

-- The promoted findings as the search page explains them: how often the reading was right when it was measured, and on what.
create table inventory.report_finding (
    value    text primary key,
    name     text not null,
    parent   text,
    correct  int not null,
    measured int not null check (measured > 0 and correct between 0 and measured),
    source   text not null
);
grant select, insert, update, delete on inventory.report_finding to haven_gate;
grant select on inventory.report_finding to haven_search;

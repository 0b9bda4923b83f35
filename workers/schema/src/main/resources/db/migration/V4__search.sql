-- A frozen cohort: the definition in the closed grammar, what it counted when frozen, and the data version.
create table inventory.cohort (
    cohort_key   text primary key,
    definition   jsonb not null,
    patients     int not null,
    studies      int not null,
    files        int not null,
    data_version text not null,
    frozen_at    timestamptz not null default now(),
    frozen_by    text not null
);
-- how many files of the cohort each data controller is responsible for
create table inventory.cohort_controller (
    cohort_key text not null references inventory.cohort,
    controller text not null,
    files      int not null,
    primary key (cohort_key, controller)
);
create table inventory.query_ledger (
    id          bigint generated always as identity primary key,
    at          timestamptz not null default now(),
    username    text not null,
    fingerprint text not null,
    noisy       boolean not null
);
grant select, insert on inventory.cohort, inventory.cohort_controller, inventory.query_ledger to haven_search;
grant select on inventory.cohort, inventory.cohort_controller to haven_gate;
grant usage on schema inventory to haven_governance;
-- governance sees that a cohort exists, its counts and its controllers; the definition stays where it is
grant select (cohort_key, patients, studies, files, data_version, frozen_at, frozen_by) on inventory.cohort
    to haven_governance;
grant select on inventory.cohort_controller to haven_governance;

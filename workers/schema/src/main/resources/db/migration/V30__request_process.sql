-- Which process instance a request became. Written with the request, so that one the engine missed is started later.
create table governance.request_process (
    request_key          text primary key references governance.request,
    process_instance_key bigint,
    asked_at             timestamptz not null default now(),
    started_at           timestamptz,
    check ((process_instance_key is null) = (started_at is null))
);
grant select, insert, update on governance.request_process to haven_search;
grant select on governance.request_process to haven_governance;

-- the budget is counted over the last day
create index query_ledger_day on inventory.query_ledger (at, username) where noisy;

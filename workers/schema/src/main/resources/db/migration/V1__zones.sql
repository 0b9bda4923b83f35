-- Zones are schemas; each zone's workers sign in with a role of their own. Roles exist before migration (Migrator).
create schema identifiable;
create schema inventory;
create schema governance;
revoke all on schema public from public;

grant usage on schema identifiable to haven_identifiable, haven_gate;
grant usage on schema inventory to haven_gate, haven_search;
grant usage on schema governance to haven_identifiable, haven_gate, haven_governance, haven_project, haven_search;

-- Append-only, hash-chained. Nobody but the owner may touch the table; everyone appends through the function.
create table governance.audit_entry (
    seq       bigint primary key,
    at        timestamptz not null,
    actor     text not null,
    action    text not null,
    subject   text not null,
    evidence  text,
    details   jsonb not null,
    prev_hash bytea not null,
    hash      bytea not null
);
create index audit_entry_subject on governance.audit_entry (subject);

create function governance.audit_append(
    p_actor text, p_action text, p_subject text, p_evidence text, p_details jsonb)
    returns bigint language plpgsql security definer set search_path = governance, pg_temp as $$
declare
    previous governance.audit_entry;
    next_seq bigint;
    stamp    timestamptz := date_trunc('milliseconds', clock_timestamp());
    before   bytea;
begin
    -- one writer at a time: a chain has one end
    perform pg_advisory_xact_lock(7218734501);
    select * into previous from governance.audit_entry order by seq desc limit 1;
    next_seq := coalesce(previous.seq, 0) + 1;
    before := coalesce(previous.hash, '\x0000000000000000000000000000000000000000000000000000000000000000'::bytea);
    insert into governance.audit_entry values (
        next_seq, stamp, p_actor, p_action, p_subject, p_evidence, p_details, before,
        governance.audit_hash(before, next_seq, stamp, p_actor, p_action, p_subject, p_evidence, p_details));
    return next_seq;
end $$;

-- SHA-256 over the previous hash and the fields, each preceded by its length in bytes so that no two entries read
-- alike; an absent field is a dash, which no length is. AuditChain recomputes the same in Java.
create function governance.audit_hash(
    p_prev bytea, p_seq bigint, p_at timestamptz, p_actor text, p_action text, p_subject text, p_evidence text,
    p_details jsonb) returns bytea language sql immutable as $$
    select sha256(p_prev || convert_to(string_agg(
        coalesce(octet_length(convert_to(f, 'UTF8')) || ':' || f, '-'), '|' order by n), 'UTF8'))
    from unnest(array[
        p_seq::text, (extract(epoch from p_at) * 1000)::bigint::text, p_actor, p_action, p_subject,
        p_evidence, p_details::text]) with ordinality as x(f, n)
$$;

create function governance.audit_immutable() returns trigger language plpgsql as $$
begin
    raise exception 'the audit ledger is append-only';
end $$;
create trigger audit_entry_immutable before update or delete or truncate on governance.audit_entry
    for each statement execute function governance.audit_immutable();

revoke all on function governance.audit_append(text, text, text, text, jsonb) from public;
grant execute on function governance.audit_append(text, text, text, text, jsonb)
    to haven_identifiable, haven_gate, haven_governance, haven_project, haven_search;
grant select on governance.audit_entry to haven_governance;

-- People, signed in locally; production signs in by OIDC and keeps only the groups here.
create table governance.person (
    username      text primary key,
    display_name  text not null,
    password_hash text,
    enabled       boolean not null default true
);
create table governance.person_group (
    username   text not null references governance.person,
    group_name text not null,
    primary key (username, group_name)
);
create table governance.data_controller (
    code text primary key,
    name text not null
);
grant select, insert, update, delete on governance.person, governance.person_group, governance.data_controller
    to haven_governance;
grant select on governance.person, governance.person_group to haven_search;
grant select on governance.data_controller to haven_identifiable, haven_gate, haven_project, haven_search;

-- What a person decided on a human task, as the worker that follows it found it; the second pair of eyes is checked
-- against it. A job of the engine may be delivered twice: its key makes the row unique.
create table governance.review (
    job_key    bigint primary key,
    subject    text not null,
    duty       text not null,
    username   text not null,
    decision   text not null,
    reason     text,
    decided_at timestamptz not null default now()
);
create index review_subject on governance.review (subject, duty);
grant select, insert on governance.review to haven_governance;

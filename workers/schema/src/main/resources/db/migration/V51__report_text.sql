-- Whether a request asks for the text of reports, and whether each data controller lets it go; nothing goes unless both do.
alter table governance.request add column report_text boolean not null default false;
alter table governance.decision add column report_text boolean not null default false;
alter table governance.agreement_controller add column report_text boolean not null default false;

alter table hotline_request drop constraint ck_hotline_request_type;
alter table hotline_request add constraint ck_hotline_request_type check (type in ('CONSULTATION', 'COMPLAINT', 'HELP', 'GUIDANCE'));

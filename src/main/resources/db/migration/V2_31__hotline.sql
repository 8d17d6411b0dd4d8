alter table hotline_request add column code varchar(14);
create unique index hotline_request_code on hotline_request (code);
create index hotline_request_asked_by on hotline_request (asked_by, asked_at);

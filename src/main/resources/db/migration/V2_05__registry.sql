-- What the subject says before a repair is revoked (陈述、申辩), and whether it asks to be heard (听证).
alter table display_review add column statement varchar(2000);
alter table display_review add column hearing_asked boolean default false not null;
alter table display_review add column stated_by varchar(64);
alter table display_review add column stated_at timestamp(3) with time zone;

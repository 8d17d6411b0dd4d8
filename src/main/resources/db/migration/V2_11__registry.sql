alter table display_review add column hearing_on date;
comment on column display_review.hearing_on is '听证日期';

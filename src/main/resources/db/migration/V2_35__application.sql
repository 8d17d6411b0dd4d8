alter table joint_application add column email varchar(254);
comment on column joint_application.email is '电子邮箱，未填写为空';
alter table case_stage add column reminded_on date;
comment on column case_stage.reminded_on is '补正将到期的提醒日';
create index case_stage_open_due on case_stage (stage, ended_at, due_at);

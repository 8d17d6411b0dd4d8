alter table notice alter column receiver set data type varchar(300);
create table reminder_refusal (
    region varchar(6) not null,
    mobile varchar(11) not null,
    refused_at timestamp(3) with time zone not null,
    constraint pk_reminder_refusal primary key (region, mobile)
);
comment on table reminder_refusal is '退订修复提醒：不再接收提醒的手机一行';

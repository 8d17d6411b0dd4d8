create table application_rating (
    application_no varchar(32) not null,
    region varchar(6) not null,
    score int not null,
    comment varchar(500),
    rated_at timestamp(3) with time zone not null,
    constraint pk_application_rating primary key (application_no),
    constraint ck_application_rating_score check (score between 1 and 5)
);
create index application_rating_region on application_rating (region, rated_at);
comment on table application_rating is '满意度评价：申请办结后由申请人评价一次';

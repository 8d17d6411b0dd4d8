create table task_queue (
    task_id varchar(64) not null,
    instance varchar(64) not null,
    region varchar(6) not null,
    task_group varchar(64) not null,
    stage varchar(24) not null,
    reference varchar(64) not null,
    case_key varchar(64),
    item varchar(200),
    subject varchar(200),
    subject_code varchar(18),
    record_no varchar(64),
    document_no varchar(128),
    words varchar(700) not null,
    assignee varchar(64),
    active boolean not null,
    created_at timestamp(3) with time zone not null,
    warn_at timestamp(3) with time zone,
    due_at timestamp(3) with time zone not null,
    constraint pk_task_queue primary key (task_id)
);
create index task_queue_due on task_queue (task_group, due_at, task_id);
create index task_queue_stage on task_queue (task_group, stage, due_at);
create index task_queue_assignee on task_queue (assignee, due_at);
create index task_queue_region on task_queue (region, due_at);
create index task_queue_instance on task_queue (instance);
comment on table task_queue is '待办队列：每个未办结的人工任务一行，办理人员按时限和关键词查找';

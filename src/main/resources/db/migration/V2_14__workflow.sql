-- Every part of the queue is listed and counted by one index, in the order of its limits.
drop index task_queue_due;
drop index task_queue_stage;
drop index task_queue_assignee;
create index task_queue_due on task_queue (task_group, active, due_at, task_id);
create index task_queue_stage on task_queue (task_group, active, stage, due_at, task_id);
create index task_queue_unclaimed on task_queue (task_group, active, assignee, due_at, task_id);
create index task_queue_assignee on task_queue (assignee, region, active, due_at, task_id);

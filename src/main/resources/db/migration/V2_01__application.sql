-- Nobody reads when a stage was warned of: the escalation is a row of its own.
alter table case_stage drop column warned_at;

alter table escalation alter column reason set data type varchar(4000);

alter table application_item add column revoked_at timestamp(3) with time zone;
comment on column application_item.revoked_at is '修复被撤销的时间';

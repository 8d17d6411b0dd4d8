alter table push drop constraint ck_push_event;
alter table push add constraint ck_push_event check (event in ('LISTED', 'REPAIRED', 'REMOVED', 'SHIELDED', 'SHORTENED', 'RESTORED', 'REVOKED', 'EXPIRED', 'TRANSFERRED', 'ANNULLED', 'HANDED_IN', 'TAKEN_BACK', 'CASE', 'NOTICE'));

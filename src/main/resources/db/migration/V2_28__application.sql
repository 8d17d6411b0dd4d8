alter table application_item drop constraint ck_application_item_refusal;
alter table application_item add constraint ck_application_item_refusal check (refusal in (
    'CONDITIONS', 'OBLIGATIONS', 'MATERIALS', 'SCOPE', 'COMMITMENT', 'OTHER', 'UNSTATED'));

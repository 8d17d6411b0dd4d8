alter table case_standing drop constraint ck_case_standing_refusal;
alter table case_standing add constraint ck_case_standing_refusal check (refusal in (
    'CONDITIONS', 'OBLIGATIONS', 'MATERIALS', 'SCOPE', 'COMMITMENT', 'OTHER', 'UNSTATED'));

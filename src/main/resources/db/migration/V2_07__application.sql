-- The stages and outcomes of objections, proofs and served notices.
alter table case_stage drop constraint ck_case_stage_stage;
alter table case_stage add constraint ck_case_stage_stage check (stage in ('ACCEPTANCE', 'CORRECTION', 'VERIFICATION', 'DECISION', 'SHARING', 'REASSESSMENT', 'REVOCATION', 'OBJECTION', 'ISSUANCE', 'SERVICE', 'CONFIRMATION', 'ARBITRATION', 'CLARIFICATION', 'REPLY', 'OPINION'));
alter table case_stage drop constraint ck_case_stage_outcome;
alter table case_stage add constraint ck_case_stage_outcome check (outcome in ('ACCEPT', 'CORRECT', 'REJECT', 'CONFIRMED', 'NOT_CONFIRMED', 'REPAIR', 'REFUSE', 'END', 'CONTINUE', 'REVOKE', 'KEEP', 'CONFIRM', 'RETURN', 'UPHOLD', 'OVERRULE', 'ISSUE', 'DECLINE', 'SERVED', 'NOT_NEEDED', 'APPLY', 'DISMISS', 'CLARIFIED', 'ANSWERED', 'GIVEN', 'CORRECTED', 'LAPSED', 'SHARED', 'WITHDRAWN'));
alter table comment_template drop constraint ck_comment_template_outcome;
alter table comment_template add constraint ck_comment_template_outcome check (outcome in ('ACCEPT', 'CORRECT', 'REJECT', 'CONFIRMED', 'NOT_CONFIRMED', 'REPAIR', 'REFUSE', 'END', 'CONTINUE', 'REVOKE', 'KEEP', 'CONFIRM', 'RETURN', 'UPHOLD', 'OVERRULE', 'ISSUE', 'DECLINE', 'SERVED', 'NOT_NEEDED', 'APPLY', 'DISMISS', 'CLARIFIED', 'ANSWERED', 'GIVEN', 'CORRECTED', 'LAPSED', 'SHARED', 'WITHDRAWN'));
-- Who signs for the subject, and the authority that registered it (江西方案附件3).
alter table joint_application add column legal_representative varchar(100);
alter table joint_application add column registration_authority varchar(200);
-- A guarantee, a ruling in bankruptcy and the court itself fulfil nothing yet.
alter table application_item alter column obligations_fulfilled_on drop not null;

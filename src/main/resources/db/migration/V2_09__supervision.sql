alter table limit_breach drop constraint ck_limit_breach_stage;
alter table limit_breach add constraint ck_limit_breach_stage check (stage in ('ACCEPTANCE', 'CORRECTION', 'VERIFICATION', 'DECISION', 'SHARING', 'REASSESSMENT', 'REVOCATION', 'OBJECTION', 'ISSUANCE', 'SERVICE', 'CONFIRMATION', 'ARBITRATION', 'CLARIFICATION', 'REPLY', 'OPINION'));
alter table case_standing drop constraint ck_case_standing_stage;
alter table case_standing add constraint ck_case_standing_stage check (stage in ('ACCEPTANCE', 'CORRECTION', 'VERIFICATION', 'DECISION', 'SHARING', 'REASSESSMENT', 'REVOCATION', 'OBJECTION', 'ISSUANCE', 'SERVICE', 'CONFIRMATION', 'ARBITRATION', 'CLARIFICATION', 'REPLY', 'OPINION'));
alter table escalation drop constraint ck_escalation_stage;
alter table escalation add constraint ck_escalation_stage check (stage in ('ACCEPTANCE', 'CORRECTION', 'VERIFICATION', 'DECISION', 'SHARING', 'REASSESSMENT', 'REVOCATION', 'OBJECTION', 'ISSUANCE', 'SERVICE', 'CONFIRMATION', 'ARBITRATION', 'CLARIFICATION', 'REPLY', 'OPINION'));

-- A decision that was revoked or found void; objections; proofs that a unit issues.
alter table dishonesty_record drop constraint ck_dishonesty_record_state;
alter table dishonesty_record add constraint ck_dishonesty_record_state check (state in ('DISPLAYED', 'REPAIRED', 'EXPIRED', 'SHIELDED', 'TRANSFERRED', 'ANNULLED', 'NOT_DISPLAYED'));
alter table record_event drop constraint ck_record_event_event;
alter table record_event add constraint ck_record_event_event check (event in ('COLLECTED', 'CORRECTED', 'REPAIRED', 'EXPIRED', 'SHIELDED', 'TRANSFERRED', 'ANNULLED', 'SHORTENED', 'RESTORED', 'NOT_DISPLAYED'));
alter table display_review drop constraint ck_display_review_kind;
alter table display_review add constraint ck_display_review_kind check (kind in ('REVOCATION', 'SHIELD_ENDED', 'OBLIGATIONS_UNMET', 'OBJECTION_CONTENT', 'OBJECTION_PERIOD', 'OBJECTION_RESULT', 'PROOF'));
alter table display_review drop constraint ck_display_review_outcome;
alter table display_review add constraint ck_display_review_outcome check (outcome in ('ACCEPT', 'CORRECT', 'REJECT', 'CONFIRMED', 'NOT_CONFIRMED', 'REPAIR', 'REFUSE', 'END', 'CONTINUE', 'REVOKE', 'KEEP', 'CONFIRM', 'RETURN', 'UPHOLD', 'OVERRULE', 'ISSUE', 'DECLINE', 'SERVED', 'NOT_NEEDED', 'APPLY', 'DISMISS', 'CLARIFIED', 'ANSWERED', 'GIVEN', 'CORRECTED', 'LAPSED', 'SHARED', 'WITHDRAWN'));
alter table external_result drop constraint ck_external_result_event;
alter table external_result add constraint ck_external_result_event check (event in ('REPAIRED', 'LISTED', 'REMOVED', 'ANNULLED', 'CORRECTED'));
alter table external_result drop constraint ck_external_result_outcome;
alter table external_result add constraint ck_external_result_outcome check (outcome in ('ACCEPT', 'CORRECT', 'REJECT', 'CONFIRMED', 'NOT_CONFIRMED', 'REPAIR', 'REFUSE', 'END', 'CONTINUE', 'REVOKE', 'KEEP', 'CONFIRM', 'RETURN', 'UPHOLD', 'OVERRULE', 'ISSUE', 'DECLINE', 'SERVED', 'NOT_NEEDED', 'APPLY', 'DISMISS', 'CLARIFIED', 'ANSWERED', 'GIVEN', 'CORRECTED', 'LAPSED', 'SHARED', 'WITHDRAWN'));

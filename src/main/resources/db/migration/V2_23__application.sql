create index joint_application_submitter on joint_application (submitted_by, submitted_at);

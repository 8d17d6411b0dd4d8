create index joint_application_group on joint_application (submitted_group, submitted_at);

create index dishonesty_record_subject_name on dishonesty_record (region, subject_name);

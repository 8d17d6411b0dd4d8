-- What is pending of one record at one platform, found without what is delivered.
drop index push_record;
create index push_record on push (region, record_no, platform, status);

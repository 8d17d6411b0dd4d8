-- Lists whose term no rule gives end on application only.
alter table dishonesty_record alter column display_ends_on drop not null;

-- Neighbouring characters: pairs where one is no letter or digit of ASCII, otherwise runs of three,
-- since pairs of digits are in nearly every number. A text holds a part only if it holds all of the
-- part's.
create function neighbours(words text) returns text[]
    language sql immutable strict parallel safe
    return (
        select coalesce(
            array_agg(case when octet_length(a || b) > 2 then a || b else a || b || c end), '{}')
        from (select string_to_array(words, null)) as split (chars),
            unnest(chars, chars[2:], chars[3:]) as at (a, b, c)
        where octet_length(a || b) > 2 or c is not null);

drop index task_queue_part;
drop index joint_application_part;
drop function bigrams;
create index task_queue_part on task_queue
    using gin (neighbours(words)) with (gin_pending_list_limit = 256);
create index joint_application_part on joint_application
    using gin (neighbours(subject_name)) with (gin_pending_list_limit = 256);

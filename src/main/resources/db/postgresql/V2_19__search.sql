-- Long texts share most short runs of characters. A text is indexed by its runs of three as well as by
-- pairs, by runs of four where they begin with letters or digits of ASCII; a part is sought by the
-- longest runs it has.
create function sought(part text) returns text[]
    language sql immutable strict parallel safe
    return (
        select coalesce(
            array_agg(
                case when octet_length(a || b) > 2 then coalesce(a || b || c, a || b)
                    else coalesce(a || b || c || d, a || b || c) end), '{}')
        from (select string_to_array(part, null)) as split (chars),
            unnest(chars, chars[2:], chars[3:], chars[4:]) as at (a, b, c, d)
        where octet_length(a || b) > 2 or c is not null);

drop index task_queue_part;
drop index joint_application_part;
drop function neighbours;

create function neighbours(words text) returns text[]
    language sql immutable strict parallel safe
    return (
        select coalesce(array_agg(run), '{}')
        from (select string_to_array(words, null)) as split (chars),
            unnest(chars, chars[2:], chars[3:], chars[4:]) as at (a, b, c, d),
            lateral (values
                (case when octet_length(a || b) > 2 then a || b end),
                (a || b || c),
                (case when octet_length(a || b) = 2 then a || b || c || d end)) as of_size (run)
        where run is not null);

create index task_queue_part on task_queue
    using gin (neighbours(words)) with (gin_pending_list_limit = 256);
create index joint_application_part on joint_application
    using gin (neighbours(subject_name)) with (gin_pending_list_limit = 256);

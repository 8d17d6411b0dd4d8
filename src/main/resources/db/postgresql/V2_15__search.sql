-- Pairs of neighbouring characters: a text holds a part only if it holds all pairs of the part.
create function bigrams(words text) returns text[]
    language sql immutable strict parallel safe
    return (
        select coalesce(array_agg(one || next), '{}')
        from unnest(string_to_array(words, null), (string_to_array(words, null))[2:])
            as pairs (one, next)
        where next is not null);

create index task_queue_part on task_queue
    using gin (bigrams(words)) with (gin_pending_list_limit = 256);
create index joint_application_part on joint_application
    using gin (bigrams(subject_name)) with (gin_pending_list_limit = 256);

package org.creditrepair.storage;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.AbstractSqlParameterSource;
import org.springframework.util.ReflectionUtils;

/**
 * The components of a record as named parameters of a statement, e.g. {@code :recordNo}, or {@code
 * :subject.name} where a component is a record itself: enums by their names, a record of a single
 * component, such as a code, by its value.
 */
public final class RecordParameters extends AbstractSqlParameterSource {

    /**
     * The accessors of a record's components by their names; the runtime makes them anew if asked.
     */
    private static final ClassValue<Map<String, Method>> ACCESSORS =
            new ClassValue<>() {
                @Override
                protected Map<String, Method> computeValue(Class<?> type) {
                    Map<String, Method> accessors = new HashMap<>();
                    for (RecordComponent component : type.getRecordComponents()) {
                        ReflectionUtils.makeAccessible(component.getAccessor());
                        accessors.put(component.getName(), component.getAccessor());
                    }
                    return accessors;
                }
            };

    private final Record record;
    private final Map<String, @Nullable Object> others = new HashMap<>();

    private RecordParameters(Record record) {
        this.record = record;
    }

    /** The parameters of a record. */
    public static RecordParameters of(Record record) {
        return new RecordParameters(record);
    }

    /** The same and one more, or another in its place. */
    public RecordParameters with(String name, @Nullable Object value) {
        others.put(name, value);
        return this;
    }

    @Override
    public boolean hasValue(String name) {
        return others.containsKey(name) || accessors(record).containsKey(first(name));
    }

    @Override
    public @Nullable Object getValue(String name) {
        return plain(others.containsKey(name) ? others.get(name) : value(record, name));
    }

    private static @Nullable Object value(Record owner, String path) {
        Method accessor = accessors(owner).get(first(path));
        if (accessor == null) {
            throw new IllegalArgumentException(owner.getClass() + " has no component " + path);
        }
        Object value = ReflectionUtils.invokeMethod(accessor, owner);
        int dot = path.indexOf('.');
        return dot < 0 || value == null ? value : value((Record) value, path.substring(dot + 1));
    }

    private static String first(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static Map<String, Method> accessors(Record owner) {
        return ACCESSORS.get(owner.getClass());
    }

    /** As a driver can set it. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Record code && accessors(code).size() == 1) {
            return value(code, accessors(code).keySet().iterator().next());
        }
        return value;
    }
}

package org.creditrepair.storage;

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
        return others.containsKey(name) || component(record, first(name)) != null;
    }

    @Override
    public @Nullable Object getValue(String name) {
        return plain(others.containsKey(name) ? others.get(name) : value(record, name));
    }

    private static @Nullable Object value(Record owner, String path) {
        RecordComponent component = component(owner, first(path));
        if (component == null) {
            throw new IllegalArgumentException(owner.getClass() + " has no component " + path);
        }
        ReflectionUtils.makeAccessible(component.getAccessor());
        Object value = ReflectionUtils.invokeMethod(component.getAccessor(), owner);
        int dot = path.indexOf('.');
        return dot < 0 || value == null ? value : value((Record) value, path.substring(dot + 1));
    }

    private static String first(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static @Nullable RecordComponent component(Record owner, String name) {
        for (RecordComponent component : owner.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component;
            }
        }
        return null;
    }

    /** As a driver can set it. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Record code && code.getClass().getRecordComponents().length == 1) {
            return value(code, code.getClass().getRecordComponents()[0].getName());
        }
        return value;
    }
}

package org.creditrepair.storage;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.creditrepair.clock.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Maps a row to a record. A component takes the column of its name in snake_case; a component that
 * is itself a record of several components is read from the same row; one of a single component,
 * such as a code, from its column. Moments are in the business time zone, enums by their names.
 *
 * @param <T> type of the record
 */
public final class BusinessRowMapper<T extends Record> implements RowMapper<T> {

    private final Constructor<T> constructor;
    private final Reader[] readers;
    private final Map<String, Integer> positions = new HashMap<>();

    private BusinessRowMapper(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        constructor = canonical(type);
        readers = new Reader[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            positions.put(name, i);
            readers[i] =
                    reader(
                            components[i].getType(),
                            JdbcUtils.convertPropertyNameToUnderscoreName(name));
        }
    }

    /** Reads one component from a row. */
    @FunctionalInterface
    public interface Reader {

        @Nullable Object read(ResultSet row) throws SQLException;
    }

    /** The mapper of a record's rows. */
    public static <T extends Record> BusinessRowMapper<T> of(Class<T> type) {
        return new BusinessRowMapper<>(type);
    }

    /** Takes a component from a column of another name. */
    public BusinessRowMapper<T> column(String component, String column) {
        int position = position(component);
        Class<?> type = constructor.getParameterTypes()[position];
        readers[position] = reader(type, column);
        return this;
    }

    /** Takes a component that is a record from the same row by its own mapper. */
    public BusinessRowMapper<T> with(String component, BusinessRowMapper<?> mapper) {
        return with(component, row -> mapper.mapRow(row, 0));
    }

    /** Takes a component from the row in a way of its own. */
    public BusinessRowMapper<T> with(String component, Reader reader) {
        readers[position(component)] = reader;
        return this;
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        @Nullable Object[] values = new Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            values[i] = readers[i].read(row);
        }
        return create(constructor, values);
    }

    private int position(String component) {
        Integer position = positions.get(component);
        if (position == null) {
            throw new IllegalArgumentException(
                    constructor.getDeclaringClass() + " has no component " + component);
        }
        return position;
    }

    private static Reader reader(Class<?> type, String column) {
        if (type == String.class) {
            return row -> row.getString(column);
        } else if (type == OffsetDateTime.class) {
            return row -> BusinessClock.at(row.getObject(column, OffsetDateTime.class));
        } else if (type == LocalDate.class || type == Long.class || type == Integer.class) {
            return row -> row.getObject(column, type);
        } else if (type == long.class) {
            return row -> row.getLong(column);
        } else if (type == int.class) {
            return row -> row.getInt(column);
        } else if (type == boolean.class) {
            return row -> row.getBoolean(column);
        } else if (type.isEnum()) {
            Map<String, Object> constants = new HashMap<>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
            return row -> constant(constants, row.getString(column));
        } else if (type.isRecord()) {
            return nested(type.asSubclass(Record.class), column);
        }
        return row -> {
            throw new IllegalStateException("no reader of column " + column + " as " + type);
        };
    }

    private static @Nullable Object constant(Map<String, Object> constants, String name) {
        Object constant = constants.get(name);
        if (constant == null && name != null) {
            throw new IllegalStateException("unknown code in a row: " + name);
        }
        return constant;
    }

    private static <R extends Record> Reader nested(Class<R> type, String column) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length > 1) {
            BusinessRowMapper<R> mapper = of(type);
            return row -> mapper.mapRow(row, 0);
        }
        Constructor<R> constructor = canonical(type);
        Reader value = reader(components[0].getType(), column);
        return row -> {
            Object read = value.read(row);
            return read == null ? null : create(constructor, read);
        };
    }

    private static <R extends Record> Constructor<R> canonical(Class<R> type) {
        try {
            Constructor<R> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(type.getRecordComponents())
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <R> R create(Constructor<R> constructor, @Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new UndeclaredThrowableException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

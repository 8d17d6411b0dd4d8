package org.creditrepair.workflow.rules;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.creditrepair.catalog.rules.RuleWord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/** Facts and rows of tables as records, by the names of their components. */
final class RuleRecords {

    private RuleRecords() {}

    /** The known facts as variables of the table; constants by their texts. */
    static Map<String, Object> values(Record facts) {
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent component : facts.getClass().getRecordComponents()) {
            ReflectionUtils.makeAccessible(component.getAccessor());
            Object value = ReflectionUtils.invokeMethod(component.getAccessor(), facts);
            if (value != null) {
                values.put(
                        component.getName(), value instanceof RuleWord word ? word.text() : value);
            }
        }
        return values;
    }

    /** A row by its outputs. */
    static <R extends Record> R of(Class<R> type, Map<String, Object> outputs) {
        Object[] values =
                Arrays.stream(type.getRecordComponents())
                        .map(component -> value(component, outputs.get(component.getName())))
                        .toArray();
        return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(type), values);
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Object output) {
        Class<?> type = component.getType();
        if (type == boolean.class) {
            return Boolean.TRUE.equals(output);
        }
        if (output instanceof Number number) {
            return number.intValue();
        }
        if (output != null && RuleWord.class.isAssignableFrom(type)) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(one -> ((RuleWord) one).text().equals(output))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(component + " 无此用语：" + output));
        }
        return output;
    }
}

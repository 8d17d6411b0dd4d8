package org.creditrepair.workflow.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Lets expressions of models and filters touch the server's own objects, plain values and what the
 * engine hands them, and nothing that leads to classes, threads or the machine. Stands before the
 * resolver that reflects on objects; it resolves nothing itself.
 */
class RestrictedElResolver extends ELResolver {

    private static final List<String> PACKAGES =
            List.of(
                    "org.creditrepair.",
                    "java.time.",
                    "org.joda.time.",
                    "jdk.proxy",
                    "org.camunda.bpm.engine.variable.",
                    "org.camunda.spin.");
    private static final Set<String> FORBIDDEN =
            Set.of("class", "getClass", "classLoader", "getClassLoader", "wait", "notify");
    private static final Set<String> OF_EXECUTIONS =
            Set.of("processBusinessKey", "tenantId", "getVariable", "id", "processInstanceId");

    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
        check(base, property);
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
        check(base, method);
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base != null) {
            throw new ELException("表达式不能改变对象：" + property);
        }
    }

    private static void check(Object base, Object property) {
        if (base == null || property == null) {
            return;
        }
        String name = property.toString();
        boolean value =
                base instanceof CharSequence
                        || base instanceof Number
                        || base instanceof Boolean
                        || base instanceof List
                        || base instanceof Map;
        boolean execution = base instanceof VariableScope && OF_EXECUTIONS.contains(name);
        String type = base.getClass().getName();
        boolean own = PACKAGES.stream().anyMatch(type::startsWith);
        if (FORBIDDEN.contains(name) || !(value || execution || own)) {
            throw new ELException("表达式不能使用 " + name);
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
            ELContext context, Object base) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}

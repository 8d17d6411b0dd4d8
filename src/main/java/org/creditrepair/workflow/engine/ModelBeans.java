package org.creditrepair.workflow.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.creditrepair.workflow.process.NamedInModels;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.function.SingletonSupplier;

/**
 * Resolves the first name of an expression to a delegate or a bean that is {@link NamedInModels},
 * where a process is being executed. An expression of a query, which a person may have written, has
 * no execution and finds no bean.
 */
class ModelBeans extends ELResolver {

    private final ApplicationContext context;
    private final Supplier<Set<String>> names;

    ModelBeans(ApplicationContext context) {
        this.context = context;
        this.names =
                SingletonSupplier.of(
                        () ->
                                Stream.of(
                                                context.getBeanNamesForType(
                                                        JavaDelegate.class, true, false),
                                                context.getBeanNamesForAnnotation(
                                                        NamedInModels.class))
                                        .flatMap(Stream::of)
                                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public @Nullable Object getValue(ELContext expression, @Nullable Object base, Object property) {
        if (base == null
                && expression.getContext(VariableScope.class) != null
                && names.get().contains(String.valueOf(property))) {
            expression.setPropertyResolved(true);
            return context.getBean(String.valueOf(property));
        }
        return null;
    }

    @Override
    public void setValue(
            ELContext expression, @Nullable Object base, Object property, Object value) {
        if (base == null && names.get().contains(String.valueOf(property))) {
            throw new ELException("表达式不能改变 " + property);
        }
    }

    @Override
    public boolean isReadOnly(ELContext expression, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getType(
            ELContext expression, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
            ELContext expression, @Nullable Object base) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext expression, @Nullable Object base) {
        return null;
    }
}

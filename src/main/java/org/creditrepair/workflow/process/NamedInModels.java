package org.creditrepair.workflow.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean, besides delegates, that expressions of models may name. Expressions reach no bean without
 * it, and expressions of queries reach none at all.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface NamedInModels {}

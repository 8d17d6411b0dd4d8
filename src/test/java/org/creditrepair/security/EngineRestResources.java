package org.creditrepair.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** Every method of every resource that the engine's REST has, found by reflection. */
final class EngineRestResources {

    private final Set<String> found = new TreeSet<>();

    private EngineRestResources() {}

    /** Each as a method and a path with its variables, e.g. {@code POST /task/{id}/complete}. */
    static Set<String> all() {
        EngineRestResources resources = new EngineRestResources();
        resources.enter(DefaultProcessEngineRestServiceImpl.class, "", new HashSet<>());
        if (CamundaRestResources.getResourceClasses().isEmpty()) {
            throw new IllegalStateException("the engine has no resources");
        }
        return resources.found;
    }

    private void enter(Class<?> type, String base, Set<Class<?>> passed) {
        if (!passed.add(type)) {
            return;
        }
        for (Method method : type.getMethods()) {
            Optional<String> path = annotation(type, method, Path.class).map(Path::value);
            Optional<String> verb = verb(type, method);
            String at = base + path.map(one -> one.startsWith("/") ? one : "/" + one).orElse("");
            at = at.replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("//+", "/");
            if (verb.isPresent()) {
                found.add(verb.get() + " " + (at.isEmpty() ? "/" : at));
            } else if (path.isPresent()) {
                enter(method.getReturnType(), at, new HashSet<>(passed));
            }
        }
    }

    private static Optional<String> verb(Class<?> type, Method method) {
        return inherited(type, method).stream()
                .flatMap(one -> java.util.Arrays.stream(one.getAnnotations()))
                .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(
            Class<?> type, Method method, Class<A> wanted) {
        return inherited(type, method).stream()
                .map(one -> one.getAnnotation(wanted))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** The method with those that it implements, where the annotations stand. */
    private static Set<Method> inherited(Class<?> type, Method method) {
        Set<Method> methods = new java.util.LinkedHashSet<>(Set.of(method));
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            for (Class<?> face : one.getInterfaces()) {
                try {
                    methods.add(face.getMethod(method.getName(), method.getParameterTypes()));
                } catch (NoSuchMethodException own) {
                    // Declared by the class itself.
                }
            }
        }
        return methods;
    }
}

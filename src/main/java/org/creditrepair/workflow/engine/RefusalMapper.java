package org.creditrepair.workflow.engine;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.creditrepair.problem.RefusedException;

/**
 * Answers the server's refusals over the engine's REST, which the webapps use too, with the problem
 * they are; everything else as the engine does.
 */
public abstract class RefusalMapper<E extends Throwable> implements ExceptionMapper<E> {

    /** For what the engine's REST found wrong itself. */
    @Priority(1)
    public static final class OfRestExceptions extends RefusalMapper<RestException> {}

    /** For what listeners and steps refuse, wrapped by the engine. */
    @Priority(1)
    public static final class OfEngineExceptions extends RefusalMapper<ProcessEngineException> {}

    /** For what steps refuse, as it is. */
    @Priority(1)
    public static final class OfRefusals extends RefusalMapper<RefusedException> {}

    private RefusalMapper() {}

    @Override
    public final Response toResponse(E exception) {
        return RefusedException.in(exception)
                .map(refusal -> problem(refusal))
                .orElseGet(() -> ExceptionHandlerHelper.getInstance().getResponse(exception));
    }

    private static Response problem(RefusedException refusal) {
        int status = refusal.kind().status();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", refusal.getMessage());
        body.put("status", status);
        body.put("errors", refusal.violations());
        body.put("message", words(refusal));
        return Response.status(status)
                .entity(body)
                .type(MediaType.valueOf("application/problem+json"))
                .build();
    }

    /** What the webapps show. */
    private static String words(RefusedException refusal) {
        return refusal.violations().isEmpty()
                ? refusal.getMessage()
                : refusal.violations().stream()
                        .map(FieldLabels::sentence)
                        .collect(Collectors.joining("；"));
    }
}

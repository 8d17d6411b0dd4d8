package org.creditrepair.workflow.tasklist;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.spin.SpinRuntimeException;
import org.creditrepair.problem.RefusedException;
import org.glassfish.jersey.server.ParamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whatever goes wrong over the engine's REST, which the webapps use too, with a problem
 * (RFC 9457) in Chinese: the server's refusals as they are; what belongs to another region as if it
 * did not exist; the rest in words that name no class and no statement.
 */
public abstract class RefusalMapper<E extends Throwable> implements ExceptionMapper<E> {

    private static final Logger log = LoggerFactory.getLogger(RefusalMapper.class);
    private static final String FOREIGN = "belongs to no authenticated tenant";
    private static final String POLICY = "Password does not match policy";
    private static final String DATA_EXCEPTION = "22";
    private static final int INTERNAL = 500;

    /** For what the engine's REST found wrong itself. */
    @Priority(1)
    public static final class OfRestExceptions extends RefusalMapper<RestException> {}

    /** For what listeners and steps refuse, wrapped by the engine. */
    @Priority(1)
    public static final class OfEngineExceptions extends RefusalMapper<ProcessEngineException> {}

    /** For bodies of another shape than the resource takes. */
    @Priority(1)
    public static final class OfMappings extends RefusalMapper<JsonMappingException> {}

    /** For bodies that are no JSON. */
    @Priority(1)
    public static final class OfParsing extends RefusalMapper<JsonParseException> {}

    /** For everything else. */
    @Priority(1)
    public static final class OfAnything extends RefusalMapper<Exception> {}

    private RefusalMapper() {}

    @Override
    public final Response toResponse(E exception) {
        Optional<RefusedException> refusal = RefusedException.in(exception);
        if (refusal.isPresent()) {
            log.info("引擎接口的请求未获准：{}", words(refusal.get()));
            return problem(refusal.get());
        }
        if (String.valueOf(exception.getMessage()).contains(POLICY)) {
            return problem(
                    RefusedException.malformed(
                            "password", "POLICY", "口令至少 10 个字符，须含大小写字母、数字和符号，不含账号名"));
        }
        int status = status(exception);
        if (status >= INTERNAL) {
            log.error("引擎接口未能答复请求", exception);
        }
        return problem(status, title(status), List.of(), title(status));
    }

    private static int status(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            Optional<Integer> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        int status = ExceptionHandlerHelper.getInstance().getResponse(exception).getStatus();
        return status >= INTERNAL && isOfRequest(root(exception)) ? 400 : status;
    }

    private static Throwable root(Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Whether what was sent does not fit the engine: its shape, its types or its length. */
    private static boolean isOfRequest(Throwable root) {
        if (root instanceof SQLException refused) {
            return String.valueOf(refused.getSQLState()).startsWith(DATA_EXCEPTION);
        }
        boolean ofEngine =
                root.getStackTrace().length > 0
                        && root.getStackTrace()[0].getClassName().startsWith("org.camunda.");
        return root instanceof JsonProcessingException
                || !(root instanceof ProcessEnginePersistenceException)
                        && root instanceof ProcessEngineException
                || root instanceof RestException
                || root instanceof SpinRuntimeException
                || root instanceof IllegalArgumentException && ofEngine;
    }

    private static Optional<Integer> known(Throwable cause) {
        boolean foreign = cause.getMessage() != null && cause.getMessage().contains(FOREIGN);
        if (foreign || cause instanceof NullValueException || cause instanceof NotFoundException) {
            return Optional.of(404);
        }
        if (cause instanceof AuthorizationException) {
            return Optional.of(403);
        }
        if (cause instanceof TaskAlreadyClaimedException
                || cause instanceof SuspendedEntityInteractionException
                || cause instanceof OptimisticLockingException) {
            return Optional.of(409);
        }
        boolean parameter =
                cause instanceof ParamException
                        && !(cause instanceof ParamException.PathParamException);
        return parameter
                        || cause instanceof BadUserRequestException
                        || cause instanceof NotValidException
                ? Optional.of(400)
                : missing(cause);
    }

    /** What the engine itself stumbles over: a field that is not there, or an object. */
    private static Optional<Integer> missing(Throwable cause) {
        if (!(cause instanceof NullPointerException) || cause.getStackTrace().length == 0) {
            return Optional.empty();
        }
        String at = cause.getStackTrace()[0].getClassName();
        if (at.startsWith("org.camunda.bpm.engine.rest.")) {
            return Optional.of(400);
        }
        return at.startsWith("org.camunda.bpm.engine.impl.cfg.auth.")
                ? Optional.of(404)
                : Optional.empty();
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "请求有误：参数或内容不符合接口要求";
            case 401 -> "请先登录";
            case 403 -> "本账号无权进行此操作";
            case 404 -> "无此对象，或不属于本账号";
            case 405 -> "此地址不支持该方法";
            case 406, 415 -> "内容类型不受支持";
            case 409 -> "状态已变化或已中止，请刷新后重试";
            default -> status >= INTERNAL ? "服务器内部错误，请稍后重试" : "请求有误";
        };
    }

    private static Response problem(RefusedException refusal) {
        return problem(
                refusal.kind().status(),
                refusal.getMessage(),
                refusal.violations(),
                words(refusal));
    }

    private static Response problem(
            int status, @Nullable String title, List<?> errors, @Nullable String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("errors", errors);
        body.put("message", message);
        return Response.status(status)
                .entity(body)
                .type(MediaType.valueOf("application/problem+json"))
                .build();
    }

    /** What the webapps show. */
    private static @Nullable String words(RefusedException refusal) {
        return refusal.violations().isEmpty()
                ? refusal.getMessage()
                : refusal.violations().stream()
                        .map(FieldLabels::sentence)
                        .collect(Collectors.joining("；"));
    }
}

package org.creditrepair.web.shared;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns every refusal into a problem answer (RFC 9457) with {@code errors}, in Chinese. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException refusal) {
        HttpStatusCode status = HttpStatusCode.valueOf(refusal.kind().status());
        return ResponseEntity.status(status)
                .body(problem(status, refusal.getMessage(), refusal.violations()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badArgument(MethodArgumentTypeMismatchException e) {
        return ResponseEntity.badRequest()
                .body(
                        problem(
                                HttpStatus.BAD_REQUEST,
                                "请求参数有误",
                                List.of(Violation.invalid(e.getName(), "格式有误"))));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem = problem(status, words(status, e), violations(e));
        return super.handleExceptionInternal(e, problem, headers, status, request);
    }

    private static List<Violation> violations(Exception e) {
        if (e instanceof MaxUploadSizeExceededException) {
            return List.of(new Violation("file", "TOO_LARGE", "文件不能超过 10 MB"));
        }
        if (e instanceof MissingServletRequestPartException part) {
            return List.of(Violation.required(part.getRequestPartName()));
        }
        if (e instanceof MissingServletRequestParameterException parameter) {
            return List.of(Violation.required(parameter.getParameterName()));
        }
        if (ExceptionUtils.indexOfType(e, StreamConstraintsException.class) >= 0) {
            return List.of(new Violation("body", "TOO_LARGE", "请求内容过大，或者嵌套过深"));
        }
        if (e instanceof HttpMessageNotReadableException unreadable) {
            return List.of(
                    unreadable.getCause() instanceof JsonMappingException wrong
                            ? new Violation(field(wrong, "body"), "MALFORMED", told(wrong))
                            : new Violation("body", "MALFORMED", "请求内容不是约定格式的 JSON"));
        }
        return List.of();
    }

    /** The path of the field that could not be read, as {@code items[0].reason}. */
    public static String field(JsonMappingException wrong, String whole) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : wrong.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? whole : path.toString();
    }

    /** What is wrong with it, in words that name no class. */
    public static String told(JsonMappingException wrong) {
        return wrong.getOriginalMessage().contains(PlainText.UNSEEN)
                ? PlainText.UNSEEN
                : "类型或取值有误，见接口文档";
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noParts(MultipartException e) {
        return ResponseEntity.badRequest()
                .body(
                        problem(
                                HttpStatus.BAD_REQUEST,
                                "请求内容无法解析",
                                List.of(
                                        new Violation(
                                                "file", "MALFORMED", "须为 multipart/form-data"))));
    }

    /** Parameters are looked at only when they are asked for. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RequestRejectedException e) {
        return ResponseEntity.badRequest()
                .body(
                        problem(
                                HttpStatus.BAD_REQUEST,
                                "请求地址、参数或请求头含有不允许的字符",
                                List.of(Violation.invalid("request", "含有控制字符或不可见字符"))));
    }

    /** Another was faster; nothing of this transaction stays. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> slower(ConcurrencyFailureException e) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(problem(HttpStatus.CONFLICT, "状态已变化，请刷新后重试", List.of()));
    }

    /**
     * Whatever nobody foresaw is the operator's to read, not the caller's; a caller who has left is
     * nobody's.
     */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> failed(Exception e) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        log.error("未能答复请求", e);
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        return ResponseEntity.status(status).body(problem(status, words(status, e), List.of()));
    }

    private static String words(HttpStatusCode status, Exception e) {
        return switch (status.value()) {
            case 400 -> e instanceof HttpMessageNotReadableException ? "请求内容无法解析" : "请求有误";
            case 404 -> "无此地址";
            case 405 -> "此地址不支持该方法";
            case 406, 415 -> "内容类型不受支持";
            case 413 -> "上传内容过大";
            default -> status.is5xxServerError() ? "服务器内部错误，请稍后重试" : "请求有误";
        };
    }

    private static ProblemDetail problem(
            HttpStatusCode status, @Nullable String title, List<Violation> violations) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(title);
        problem.setProperty("errors", violations);
        return problem;
    }
}

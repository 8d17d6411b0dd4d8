package org.creditrepair.problem;

import java.util.List;
import java.util.Optional;

/**
 * A request is refused for a reason its sender can mend. The state of the server is as before the
 * request. Technical failures are never of this type.
 */
public final class RefusedException extends RuntimeException {

    /** Why a request is refused; decides the HTTP status of the answer. */
    public enum Kind {
        /** The request has fields that it may not have, or cannot be read. */
        MALFORMED(400),
        /** Content is wrong: missing, malformed or contradictory fields. */
        INVALID(422),
        /** The resource does not exist, or not for this caller. */
        NOT_FOUND(404),
        /** The content is right, but the present state does not allow it. */
        CONFLICT(409),
        /** The caller may not do this. */
        FORBIDDEN(403),
        /** Another server that is needed for the answer cannot be asked. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status of the answer. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final transient List<Violation> violations;

    private RefusedException(Kind kind, String message, List<Violation> violations) {
        super(message);
        this.kind = kind;
        this.violations = List.copyOf(violations);
    }

    public static RefusedException malformed(List<Violation> violations) {
        return new RefusedException(Kind.MALFORMED, summary(violations), violations);
    }

    public static RefusedException malformed(String field, String code, String message) {
        return malformed(List.of(new Violation(field, code, message)));
    }

    public static RefusedException invalid(List<Violation> violations) {
        return new RefusedException(Kind.INVALID, summary(violations), violations);
    }

    public static RefusedException invalid(String field, String code, String message) {
        return invalid(List.of(new Violation(field, code, message)));
    }

    public static RefusedException notFound(String field, String message) {
        return new RefusedException(
                Kind.NOT_FOUND, message, List.of(new Violation(field, "NOT_FOUND", message)));
    }

    public static RefusedException conflict(List<Violation> violations) {
        return new RefusedException(Kind.CONFLICT, summary(violations), violations);
    }

    public static RefusedException conflict(String field, String code, String message) {
        return conflict(List.of(new Violation(field, code, message)));
    }

    public static RefusedException unavailable(String message) {
        return new RefusedException(Kind.UNAVAILABLE, message, List.of());
    }

    public static RefusedException forbidden(String message) {
        return new RefusedException(Kind.FORBIDDEN, message, List.of());
    }

    public static RefusedException forbidden(String field, String message) {
        return new RefusedException(
                Kind.FORBIDDEN, message, List.of(new Violation(field, "FORBIDDEN", message)));
    }

    /** The refusal behind an exception that the engine has wrapped; empty if there is none. */
    public static Optional<RefusedException> in(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    public Kind kind() {
        return kind;
    }

    public List<Violation> violations() {
        return violations;
    }

    private static String summary(List<Violation> violations) {
        return violations.size() == 1
                ? violations.get(0).message()
                : "共有 " + violations.size() + " 处需要更正";
    }
}

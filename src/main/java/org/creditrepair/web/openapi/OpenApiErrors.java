package org.creditrepair.web.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.creditrepair.problem.Violation;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says on the OpenAPI page which errors each operation may answer with, each with an example. */
@Configuration(proxyBeanMethods = false)
class OpenApiErrors {

    private static final String JSON =
            org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String MULTIPART =
            org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

    /** The answer to everything that is refused. */
    record Problem(String type, String title, int status, List<Violation> errors) {}

    /** What an operation may be refused with; its name is that of the answer in the document. */
    private enum Refusal {
        MALFORMED(
                400, "请求无法解析，或参数的类型、取值有误", new Violation("from", "MALFORMED", "须为日期，如 2026-10-01")),
        UNKNOWN(401, "未登录，或账号、令牌无效", null),
        FORBIDDEN(403, "本账号无权办理", null),
        NOT_FOUND(
                404,
                "不存在，或不属于本账号",
                new Violation("applicationNo", "NOT_FOUND", "无此申请：15010020261129000001")),
        CONFLICT(
                409,
                "与现状冲突，如已办结、已提交",
                new Violation("items[0].recordNo", "OPEN_APPLICATION", "该失信信息已有在办的修复申请，办结前不能重复申请")),
        TOO_LARGE(413, "文件过大", new Violation("file", "TOO_LARGE", "文件不能超过 10 MB")),
        INVALID(422, "内容有误，逐项列出", new Violation("subject.uscc", "CHECK_CHARACTER", "证件号码校验码不符")),
        TOO_MANY(429, "过于频繁，Retry-After 秒后再试", null),
        UNAVAILABLE(503, "一时不能办理，请稍后再试", null);

        private final int status;
        private final String meaning;
        private final List<Violation> errors;

        Refusal(int status, String meaning, @Nullable Violation error) {
            this.status = status;
            this.meaning = meaning;
            this.errors = error == null ? List.of() : List.of(error);
        }

        private ApiResponse answer() {
            String title = errors.isEmpty() ? meaning : errors.get(0).message();
            return new ApiResponse()
                    .description(meaning)
                    .content(
                            new Content()
                                    .addMediaType(
                                            JSON,
                                            new MediaType()
                                                    .schema(
                                                            new Schema<>()
                                                                    .$ref(
                                                                            "#/components/schemas/Problem"))
                                                    .example(
                                                            new Problem(
                                                                    "about:blank",
                                                                    title,
                                                                    status,
                                                                    errors))));
        }
    }

    /** The errors by name, and what they are made of. */
    static Components components() {
        Components components = new Components();
        ModelConverters.getInstance().readAll(Problem.class).forEach(components::addSchemas);
        for (Refusal one : Refusal.values()) {
            components.addResponses(one.name(), one.answer());
        }
        return components;
    }

    @Bean
    OpenApiCustomizer errors() {
        return api ->
                api.getPaths()
                        .forEach(
                                (path, item) ->
                                        item.readOperationsMap()
                                                .forEach(
                                                        (method, operation) ->
                                                                add(
                                                                        operation,
                                                                        refusals(
                                                                                path, method,
                                                                                operation))));
    }

    private static void add(Operation operation, Set<Refusal> refusals) {
        for (Refusal one : refusals) {
            operation
                    .getResponses()
                    .addApiResponse(
                            String.valueOf(one.status),
                            new ApiResponse().$ref("#/components/responses/" + one.name()));
        }
    }

    private static Set<Refusal> refusals(String path, HttpMethod method, Operation operation) {
        Set<Refusal> found = EnumSet.of(Refusal.UNAVAILABLE);
        boolean open = operation.getSecurity() != null && operation.getSecurity().isEmpty();
        found.addAll(
                open
                        ? EnumSet.of(Refusal.TOO_MANY)
                        : EnumSet.of(Refusal.UNKNOWN, Refusal.FORBIDDEN));
        if (path.contains("{")) {
            found.add(Refusal.NOT_FOUND);
        }
        boolean asks = operation.getParameters() != null || operation.getRequestBody() != null;
        if (asks) {
            found.addAll(EnumSet.of(Refusal.MALFORMED, Refusal.INVALID));
        }
        if (method != HttpMethod.GET) {
            found.add(Refusal.CONFLICT);
        }
        if (operation.getRequestBody() != null
                && operation.getRequestBody().getContent().containsKey(MULTIPART)) {
            found.add(Refusal.TOO_LARGE);
        }
        return found;
    }
}

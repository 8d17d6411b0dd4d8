package org.creditrepair.web.openapi;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.task.HumanTask;
import org.creditrepair.task.RefusalReason;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** The OpenAPI page: its cover, the answer to errors, and every field explained in Chinese. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    /** How accounts of portals, platforms and staff log in. */
    private static final String LOGIN = "basic";

    /** How an applicant shows its proof. */
    private static final String TOKEN = "applicant";

    private static final String ANY_TYPE = "所有";
    private static final String PARAMETER = "参数";
    private static final Map<String, String> SERVED =
            Map.of("OK", "已办理", "Created", "已建立", "Accepted", "已接收", "No Content", "已办理，无内容");
    private static final List<String> ORDER =
            List.of(
                    "地区", "申请材料", "联办申请", "申请人身份核验", "文书", "修复热线", "异议和履行证明", "工作日历", "文件归集",
                    "数据质量", "结果互认", "两书同达", "撤销修复", "共享平台", "任务办理");

    /** Descriptions of fields by type and field; required fields by type. */
    private record Fields(
            Map<String, Map<String, String>> descriptions, Map<String, List<String>> required) {

        @Nullable String description(String type, String field) {
            String own = descriptions.getOrDefault(type, Map.of()).get(field);
            return own != null ? own : descriptions.getOrDefault(ANY_TYPE, Map.of()).get(field);
        }
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("信用修复“一件事”接口")
                                .version("v1")
                                .description(
                                        "门户提交一件申请：一、GET /regions 取地区；二、GET /regions/{region}/guidance 以统一社会信用代码"
                                                + "查出可以修复的信息和须提交的材料；三、POST /materials 逐份上传；四、POST"
                                                + " /regions/{region}/applications 提交，得到申请编号和查询码；五、GET"
                                                + " /applications/{applicationNo} 查询状态，待补正的"
                                                + "提交补正，办结后取文书。示例中的地区、信息和主体在演示环境中可以直接使用，"
                                                + "账号见首页；未标锁的无须登录。除查询外，登记了地址和密钥的门户在事项每到一个状态时收到通知：POST，内容为"
                                                + " {type: item.state, timestamp, data: {region, applicationNo,"
                                                + " itemNo, item, recordNo, status, result}}，"
                                                + "头 webhook-id（重发不变，据此去重）、webhook-timestamp、"
                                                + "webhook-signature（v1, 加 HMAC-SHA256 的 Base64，签 "
                                                + "id.timestamp.正文），即 Standard Webhooks，应答 2xx 为已接收，否则重发。"
                                                + "时间为带时区的 ISO 8601，业务时区 Asia/Shanghai；日期为 YYYY-MM-DD。"
                                                + "出错时应答 application/problem+json，errors 逐项列出字段、代码和说明："
                                                + "各状态码的含义见每个操作的应答，过于频繁的为 429，一时不能办理的为 503。"))
                .components(
                        OpenApiErrors.components()
                                .addSecuritySchemes(
                                        LOGIN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("basic"))
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(LOGIN))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer explanations(@Value("classpath:openapi/fields.yaml") Resource file)
            throws IOException {
        Fields fields = new YAMLMapper().readValue(file.getInputStream(), Fields.class);
        return api -> {
            api.getComponents()
                    .getSchemas()
                    .forEach((type, schema) -> explain(type, schema, fields));
            answers(schema(api.getComponents().getSchemas(), "CompletionForm"));
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(
                            operation -> {
                                operation
                                        .getResponses()
                                        .values()
                                        .forEach(OpenApiConfiguration::answer);
                                explain(operation, fields);
                            });
        };
    }

    /** Says in Chinese that it is served; bytes are a paper as a file, no text in JSON. */
    private static void answer(ApiResponse response) {
        response.setDescription(
                SERVED.getOrDefault(response.getDescription(), response.getDescription()));
        Content content = response.getContent();
        MediaType json = content == null ? null : content.get("application/json");
        if (json != null
                && json.getSchema() != null
                && "byte".equals(json.getSchema().getFormat())) {
            content.remove("application/json");
            content.addMediaType("application/pdf", new MediaType().schema(new BinarySchema()));
            content.addMediaType("application/ofd", new MediaType().schema(new BinarySchema()));
        }
    }

    /** Operations are named by controller and method, so that generated clients read well. */
    @Bean
    OperationCustomizer names() {
        return (operation, handler) ->
                operation.operationId(
                        StringUtils.uncapitalize(
                                        StringUtils.removeEnd(
                                                handler.getBeanType().getSimpleName(),
                                                "Controller"))
                                + StringUtils.capitalize(handler.getMethod().getName()));
    }

    /** Those who apply come first, those who operate the server last. */
    @Bean
    OpenApiCustomizer order() {
        return api -> {
            List<Tag> tags = new ArrayList<>(api.getTags());
            tags.sort(
                    Comparator.comparingInt(
                            tag ->
                                    ORDER.contains(tag.getName())
                                            ? ORDER.indexOf(tag.getName())
                                            : ORDER.size()));
            api.setTags(tags);
        };
    }

    @SuppressWarnings("rawtypes")
    private static Schema<?> schema(Map<String, Schema> schemas, String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    /** What tasks may be answered with is told by their one owner. */
    private static void answers(Schema<?> completion) {
        Schema<?> outcome = schema(completion.getProperties(), "outcome");
        outcome.setDescription(
                Arrays.stream(HumanTask.values())
                        .map(OpenApiConfiguration::outcomes)
                        .collect(Collectors.joining("；", "结果代码。", "")));
        Schema<?> reason = schema(completion.getProperties(), "refusalReason");
        reason.setDescription(
                RefusalReason.choices().stream()
                        .map(one -> one.name() + " " + one.text())
                        .collect(Collectors.joining("，", "不予受理、不予修复的理由类别，此时必填：", "")));
    }

    private static String outcomes(HumanTask task) {
        return task.outcomes().stream()
                .map(outcome -> outcome.name() + " " + outcome.text())
                .collect(Collectors.joining("、", task.text() + "：", ""));
    }

    /** A parameter is explained where it stands, or as the field of its name. */
    private static void explain(Operation operation, Fields fields) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(one -> one.getDescription() == null)
                    .forEach(
                            one ->
                                    one.setDescription(
                                            fields.description(PARAMETER, one.getName())));
        }
    }

    private static void explain(String type, Schema<?> schema, Fields fields) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties()
                .forEach((name, field) -> field.setDescription(fields.description(type, name)));
        schema.setRequired(fields.required().get(type));
    }
}

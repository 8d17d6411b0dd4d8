package org.creditrepair.web.openapi;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/**
 * Shows examples on the OpenAPI page, {@code openapi/examples.yaml}: of request bodies as a whole,
 * of answers field by field.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiExamples {

    /** What dates and times are shown as. */
    private static final Map<String, Object> BY_FORMAT =
            Map.of("date-time", "2026-10-08T10:15:00+08:00", "date", "2026-10-08");

    /**
     * @param bodies of requests by type
     * @param parameters by name
     * @param fields by name, or by {@code type.name}
     */
    private record Examples(
            Map<String, Object> bodies,
            Map<String, Object> parameters,
            Map<String, Object> fields) {

        @Nullable Object field(String type, String name) {
            Object own = fields.get(type + "." + name);
            return own == null ? fields.get(name) : own;
        }
    }

    @Bean
    OpenApiCustomizer examples(@Value("classpath:openapi/examples.yaml") Resource file)
            throws IOException {
        Examples examples = new YAMLMapper().readValue(file.getInputStream(), Examples.class);
        return api -> {
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> show(operation, examples));
            api.getComponents()
                    .getSchemas()
                    .forEach((type, schema) -> show(type, schema, examples));
        };
    }

    private static void show(String type, Schema<?> schema, Examples examples) {
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .forEach((name, field) -> show(field, examples.field(type, name)));
        }
    }

    private static void show(Schema<?> field, @Nullable Object example) {
        boolean listed = field.getItems() != null && field.getItems().getEnum() == null;
        boolean whole = field.get$ref() == null && field.getItems() == null;
        if (whole && field.getEnum() == null) {
            Object shown =
                    BY_FORMAT.getOrDefault(StringUtils.defaultString(field.getFormat()), example);
            if (shown != null) {
                field.setExample(shown);
            }
        } else if (listed && field.getItems().get$ref() == null && example != null) {
            field.setExample(List.of(example));
        }
    }

    private static void show(Operation operation, Examples examples) {
        if (operation.getParameters() != null) {
            operation
                    .getParameters()
                    .forEach(one -> one.setExample(examples.parameters().get(one.getName())));
        }
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().getContent().values().stream()
                    .filter(body -> body.getSchema() != null)
                    .forEach(body -> body.setExample(example(body, examples)));
        }
    }

    private static @Nullable Object example(MediaType body, Examples examples) {
        Object example = examples.bodies().get(type(body));
        return example == null || body.getSchema().getItems() == null ? example : List.of(example);
    }

    /** Name of the type of a body, or of its elements. */
    private static String type(MediaType body) {
        Schema<?> schema =
                body.getSchema().getItems() == null
                        ? body.getSchema()
                        : body.getSchema().getItems();
        return StringUtils.substringAfterLast(StringUtils.defaultString(schema.get$ref()), "/");
    }
}

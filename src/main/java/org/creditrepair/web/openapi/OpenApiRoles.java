package org.creditrepair.web.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/**
 * Says on the OpenAPI page who may ask for each operation: {@code openapi/roles.yaml}, which the
 * test that asks for every operation in every role keeps true.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiRoles {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("anybody", "任何人，无须登录"),
                    Map.entry("applicant", "申请人"),
                    Map.entry("portal", "门户"),
                    Map.entry("window", "综合窗口"),
                    Map.entry("unit", "办理单位"),
                    Map.entry("head", "单位负责人"),
                    Map.entry("credit-office", "信用牵头部门"),
                    Map.entry("supervisor", "督查人员"),
                    Map.entry("platform", "共享平台"),
                    Map.entry("people", "系统管理员"));

    @Bean
    OpenApiCustomizer roles(@Value("classpath:openapi/roles.yaml") Resource file)
            throws IOException {
        Map<String, List<String>> roles =
                new YAMLMapper().readValue(file.getInputStream(), new TypeReference<>() {});
        return api ->
                api.getPaths()
                        .forEach(
                                (path, item) ->
                                        item.readOperationsMap()
                                                .forEach(
                                                        (method, operation) ->
                                                                say(
                                                                        operation,
                                                                        roles.getOrDefault(
                                                                                method + " " + path,
                                                                                List.of()))));
    }

    private static void say(Operation operation, List<String> roles) {
        String who =
                roles.isEmpty()
                        ? "可由：以统一身份认证登录的申请人。"
                        : roles.stream()
                                .map(role -> Objects.requireNonNull(NAMES.get(role), role))
                                .collect(Collectors.joining("、", "可由：", "。"));
        operation.setDescription(
                Stream.of(StringUtils.defaultString(operation.getDescription()), who)
                        .filter(StringUtils::isNotEmpty)
                        .collect(Collectors.joining("\n\n")));
        operation.addExtension("x-roles", roles);
    }
}

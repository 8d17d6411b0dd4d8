package org.creditrepair.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cover of the OpenAPI page. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("信用修复“一件事”接口")
                                .version("v1")
                                .description(
                                        "时间为带时区的 ISO 8601，业务时区 Asia/Shanghai；日期为 YYYY-MM-DD。"
                                                + "出错时应答 application/problem+json，errors 逐项列出字段、代码和说明："
                                                + "400 无法解析，401 未登录，403 无权，404 不存在，409 与现状冲突，"
                                                + "413 过大，422 内容有误。"))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "basic",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }
}

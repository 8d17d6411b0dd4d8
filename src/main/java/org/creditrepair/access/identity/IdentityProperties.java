package org.creditrepair.access.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the unified identity provider (全省统一身份认证), which speaks OpenID Connect.
 *
 * @param issuer its address; empty if there is none. {@code {port}} stands for the server's own
 * @param clientId of the pages for applicants
 * @param clientSecret of the same
 * @param audiences whose tokens are believed besides those of the pages: client ids of portals
 * @param logout where a browser is led after a logout here, so that the provider's own session ends
 *     too; empty to leave it
 * @param claims which claims tell who somebody is
 */
@ConfigurationProperties("creditrepair.identity")
record IdentityProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        List<String> audiences,
        @DefaultValue("") String logout,
        @DefaultValue Claims claims) {

    IdentityProperties {
        audiences = audiences == null ? List.of() : List.copyOf(audiences);
    }

    /**
     * Names of claims.
     *
     * @param subjectCode 统一社会信用代码, or 公民身份号码 of a natural person, of whoever is acted for
     * @param subjectName its name
     * @param person name of the person at the keyboard
     * @param mobile of the same
     * @param agent true if the person acts by delegation (经办人), not by law
     */
    record Claims(
            @DefaultValue("subject_code") String subjectCode,
            @DefaultValue("subject_name") String subjectName,
            @DefaultValue("name") String person,
            @DefaultValue("phone_number") String mobile,
            @DefaultValue("agent") String agent) {}
}

package org.creditrepair.web;

import java.nio.charset.StandardCharsets;
import org.creditrepair.access.Account;
import org.creditrepair.access.Accounts;
import org.creditrepair.application.Materials;
import org.creditrepair.application.StoredMaterial;
import org.creditrepair.problem.RefusedException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Answers with a stored document, to those who may see it. */
@Component
class MaterialResponse {

    private final Materials materials;

    MaterialResponse(Materials materials) {
        this.materials = materials;
    }

    /**
     * @throws RefusedException if there is none, or the account may not see it
     */
    ResponseEntity<StreamingResponseBody> of(String id) {
        Account account = Accounts.current().orElseThrow();
        StoredMaterial material =
                materials
                        .find(id)
                        .filter(
                                found ->
                                        account.admin()
                                                || materials.isVisibleTo(
                                                        id, account.name(), account.regions()))
                        .orElseThrow(() -> RefusedException.notFound("id", "无此材料"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(material.contentType()))
                .contentLength(material.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(material.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(out -> materials.copy(id, out));
    }
}

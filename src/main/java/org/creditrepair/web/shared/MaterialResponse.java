package org.creditrepair.web.shared;

import java.nio.charset.StandardCharsets;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.application.material.Materials;
import org.creditrepair.application.model.StoredMaterial;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.problem.RefusedException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Answers with a stored document, to those who may see it. */
@Component
public class MaterialResponse {

    private final Materials materials;
    private final Applications applications;
    private final CaseAccess access;

    MaterialResponse(Materials materials, Applications applications, CaseAccess access) {
        this.materials = materials;
        this.applications = applications;
        this.access = access;
    }

    /**
     * @throws RefusedException if there is none, or the account may not see it
     */
    public ResponseEntity<StreamingResponseBody> stream(String id) {
        Account account = Accounts.current().orElseThrow();
        StoredMaterial material =
                materials
                        .find(id)
                        .filter(found -> mayRead(found.id(), account))
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

    private boolean mayRead(String id, Account account) {
        return materials.uploader(id).filter(account.name()::equals).isPresent()
                || materials.applicationsWith(id).stream()
                        .map(applications::byNumber)
                        .anyMatch(file -> access.mayReadPapers(file, account));
    }
}

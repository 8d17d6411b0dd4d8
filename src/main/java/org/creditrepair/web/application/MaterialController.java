package org.creditrepair.web.application;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.material.Materials;
import org.creditrepair.web.shared.MaterialResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/v1/materials")
@Tag(name = "申请材料", description = "先上传材料，再在申请或补正中引用其编号")
class MaterialController {

    private final Materials materials;
    private final MaterialResponse response;
    private final ApplicationViewMapper views;
    private final RegionAccess access;

    MaterialController(
            Materials materials,
            MaterialResponse response,
            ApplicationViewMapper views,
            RegionAccess access) {
        this.access = access;
        this.materials = materials;
        this.response = response;
        this.views = views;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "上传一份材料", description = "PDF、JPEG、PNG 或 OFD，按内容判断类型，不超过 10 MB")
    ApplicationViews.MaterialView upload(@RequestPart("file") MultipartFile file)
            throws IOException {
        Account account =
                Accounts.current()
                        .filter(one -> one.proof() != null)
                        .orElseGet(
                                () -> access.requireAnywhere(Role.PORTAL, Role.WINDOW, Role.UNIT));
        try (InputStream content = file.getInputStream()) {
            return views.material(
                    account.proof() == null
                            ? materials.store(file.getOriginalFilename(), content, account.name())
                            : materials.store(
                                    file.getOriginalFilename(),
                                    content,
                                    account.name(),
                                    Materials.MAX_UNUSED_OF_APPLICANT));
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "下载一份材料")
    ResponseEntity<StreamingResponseBody> download(@PathVariable String id) {
        return response.stream(id);
    }
}

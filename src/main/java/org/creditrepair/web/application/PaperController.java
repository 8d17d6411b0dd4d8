package org.creditrepair.web.application;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import org.apache.commons.codec.digest.DigestUtils;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.notice.PaperChecks;
import org.creditrepair.notice.PaperChecks.Checked;
import org.creditrepair.notice.PaperStanding;
import org.creditrepair.problem.RefusedException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/papers/{code}")
@Tag(name = "文书", description = "联办申请表、承诺书、受理通知书、补正告知书、决定书和信用修复告知书")
class PaperController {

    private final PaperChecks papers;
    private final Catalog catalog;

    PaperController(PaperChecks papers, Catalog catalog) {
        this.papers = papers;
        this.catalog = catalog;
    }

    record PaperView(
            String code,
            String title,
            String regionName,
            String unitName,
            OffsetDateTime issuedAt,
            boolean sealed,
            PaperStanding standing,
            String standingName) {}

    record PaperCheckView(boolean unchanged) {}

    @GetMapping
    @SecurityRequirements
    @Operation(summary = "文书查验", description = "凭文书上的验证码查验是否为本平台签发、是否有效；不含个人信息")
    PaperView paper(@PathVariable String code) {
        Checked checked = required(code);
        return new PaperView(
                checked.paper().code(),
                checked.paper().title(),
                catalog.region(checked.paper().region()).name(),
                checked.paper().unit(),
                checked.paper().issuedAt(),
                checked.paper().sealed(),
                checked.standing(),
                checked.standing().text());
    }

    @PostMapping(path = "/checks", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @SecurityRequirements
    @Operation(summary = "文书比对", description = "比对手中的文件（PDF 或 OFD）与签发的是否完全一致；文件不留存")
    PaperCheckView check(@PathVariable String code, @RequestPart("file") MultipartFile file)
            throws IOException {
        Checked checked = required(code);
        try (InputStream content = file.getInputStream()) {
            return new PaperCheckView(checked.paper().isUnchanged(DigestUtils.sha256Hex(content)));
        }
    }

    private Checked required(String code) {
        return papers.check(code)
                .orElseThrow(
                        () -> RefusedException.notFound("code", "没有此验证码的文书，请核对；确认无误的，该文书不是本平台签发"));
    }
}

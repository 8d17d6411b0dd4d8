package org.creditrepair.web.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.supervision.preview.RulePreview;
import org.creditrepair.supervision.preview.RulePreviews;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/regions/{region}/rules")
@Tag(name = "规则预览", description = "改动的规则表或地区文件施行前，先看会改变什么")
class RulePreviewController {

    private final RulePreviews previews;
    private final RegionAccess access;

    RulePreviewController(RulePreviews previews, RegionAccess access) {
        this.previews = previews;
        this.access = access;
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "规则预览",
            description =
                    "上传改动后的规则表（如 limits.dmn）或本地区文件（如 150100.yaml），逐项列出指引、公示信息和在办案件改动前后的不同；"
                            + "不改变任何数据。督查人员和信用牵头部门可用")
    RulePreview preview(
            @PathVariable RegionCode region,
            @RequestPart("file") MultipartFile file,
            @Parameter(description = "按哪一天的规定比较，默认今天") @RequestParam(required = false)
                    @Nullable String on)
            throws IOException {
        access.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        return previews.preview(
                region,
                file.getOriginalFilename(),
                new String(file.getBytes(), StandardCharsets.UTF_8),
                on);
    }
}

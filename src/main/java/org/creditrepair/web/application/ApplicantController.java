package org.creditrepair.web.application;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.apache.commons.lang3.StringUtils;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Represented;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.proof.ApplicantLogins;
import org.creditrepair.proof.ApplicantProof;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "申请人身份核验", description = "凭发至手机的验证码提交申请；凭查询码和发至申请所留手机的验证码补正、撤回，取得文书")
@SecurityRequirements
class ApplicantController {

    private static final int MAX_CODE = 16;

    private final ApplicantProof proof;
    private final ApplicantLogins logins;

    ApplicantController(ApplicantProof proof, ApplicantLogins logins) {
        this.logins = logins;
        this.proof = proof;
    }

    record SentCodeView(String mobile, OffsetDateTime validUntil) {}

    record ApplicantLoginForm(@Nullable String code) {}

    record MobileForm(@Nullable String mobile) {}

    record MobileLoginForm(@Nullable String mobile, @Nullable String code) {}

    record IdentityLoginForm(@Nullable String token) {}

    record IdentityView(
            String subjectCode,
            String subjectName,
            String personName,
            String mobile,
            boolean agent) {}

    record MobileLoginView(String token, OffsetDateTime validUntil) {}

    record ApplicantLoginView(
            @Nullable String applicationNo, String token, OffsetDateTime validUntil) {}

    @PostMapping("/progress/{progressCode}/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "发送短信验证码",
            description = "发至申请所留手机（委托办理的为经办人手机），5 分钟内有效；一分钟内不重发，一件申请一日最多 10 次")
    SentCodeView send(@PathVariable String progressCode) {
        ApplicantProof.SentCode sent = proof.send(progressCode);
        return new SentCodeView(sent.mobile(), sent.validUntil());
    }

    @PostMapping("/progress/{progressCode}/logins")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "凭验证码登录",
            description =
                    "换取只用于这件申请的令牌，30 分钟内有效，以请求头 Authorization: Bearer 提交，"
                            + "可以查看申请、上传材料、补正、撤回和下载文书；一个验证码最多核验 5 次")
    ApplicantLoginView login(
            @PathVariable String progressCode, @RequestBody ApplicantLoginForm form) {
        ApplicantLogins.Login login = proof.login(progressCode, code(form.code()));
        return new ApplicantLoginView(login.applicationNo(), login.token(), login.validUntil());
    }

    @PostMapping("/identity/logins")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "凭统一身份认证登录",
            description =
                    "以统一身份认证（OpenID Connect）的 ID Token 换取令牌，2 小时内有效，以请求头 Authorization: Bearer 提交；"
                            + "可以查看所代表主体的申请，上传材料、提交申请、补正、撤回和下载文书")
    MobileLoginView loginByIdentity(@RequestBody IdentityLoginForm form) {
        if (form.token() == null || form.token().isBlank()) {
            throw RefusedException.invalid("token", "REQUIRED", "须提供统一身份认证的令牌");
        }
        ApplicantLogins.Login opened = logins.openByIdentity(form.token());
        return new MobileLoginView(opened.token(), opened.validUntil());
    }

    @GetMapping("/identity")
    @Operation(summary = "统一身份认证登录的申请人", description = "所代表的主体和登录人")
    IdentityView identity() {
        Represented who =
                Accounts.current()
                        .flatMap(Account::represented)
                        .orElseThrow(() -> RefusedException.forbidden("请以统一身份认证登录"));
        return new IdentityView(who.code(), who.name(), who.person(), who.mobile(), who.agent());
    }

    @PostMapping("/identity/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "退出统一身份认证登录", description = "请求头 Authorization: Bearer 中的令牌立即失效")
    void logoutOfIdentity(
            @Parameter(hidden = true)
                    @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "")
                    String authorization) {
        logins.logout(StringUtils.removeStartIgnoreCase(authorization, "Bearer ").strip());
    }

    @PostMapping("/applications/{applicationNo}/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "退出", description = "请求头 Authorization: Bearer 中的令牌立即失效；没有令牌的不作任何改变")
    void logout(
            @PathVariable String applicationNo,
            @Parameter(hidden = true)
                    @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "")
                    String authorization) {
        logins.logout(StringUtils.removeStartIgnoreCase(authorization, "Bearer ").strip());
    }

    private static String code(@Nullable String given) {
        if (given == null || given.isBlank() || given.length() > MAX_CODE) {
            throw RefusedException.invalid("code", "REQUIRED", "请填写短信中的 6 位验证码");
        }
        return given.strip();
    }

    @PostMapping("/regions/{region}/mobile-codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "向拟申请的手机发送验证码", description = "5 分钟内有效；一分钟内不重发，一个手机一日最多 10 次")
    SentCodeView sendToMobile(@PathVariable RegionCode region, @RequestBody MobileForm form) {
        ApplicantProof.SentCode sent = proof.send(region, form.mobile());
        return new SentCodeView(sent.mobile(), sent.validUntil());
    }

    @PostMapping("/regions/{region}/mobile-logins")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "凭手机验证码登录",
            description = "换取令牌，2 小时内有效，以请求头 Authorization: Bearer 提交，可以上传材料、向该地区提交申请")
    MobileLoginView loginOfMobile(
            @PathVariable RegionCode region, @RequestBody MobileLoginForm form) {
        ApplicantLogins.Login login = proof.login(region, form.mobile(), code(form.code()));
        return new MobileLoginView(login.token(), login.validUntil());
    }
}

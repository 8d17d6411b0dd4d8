package org.creditrepair.web.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Set;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Proof;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.record.CitizenId;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.RecordRequests;
import org.creditrepair.registry.review.RecordRequests.ObjectionForm;
import org.creditrepair.registry.review.RecordRequests.ProofForm;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.DailyBound;
import org.creditrepair.web.shared.DailyBound.Bounded;
import org.creditrepair.web.shared.RegisteredMobile;
import org.creditrepair.web.shared.Senders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}")
@Tag(name = "异议和履行证明", description = "主体对公示或修复结果的异议，请处罚单位开具履行证明")
class RecordRequestController {

    private final RecordRequests requests;
    private final RecordRegister register;
    private final Catalog catalog;
    private final RegionAccess access;
    private final DailyBound bound;

    RecordRequestController(
            RecordRequests requests,
            RecordRegister register,
            Catalog catalog,
            RegionAccess access,
            DailyBound bound) {
        this.bound = bound;
        this.requests = requests;
        this.register = register;
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * What a subject asked about a record, and what came of it.
     *
     * @param materialId the issued proof as a stored document; null if none was issued
     */
    record RequestView(
            long id,
            String recordNo,
            DisplayReview.Kind kind,
            String reason,
            OffsetDateTime filedAt,
            @Nullable String outcome,
            @Nullable String remark,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String materialId) {}

    @PostMapping("/records/{recordNo}/objections")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "提出异议",
            description =
                    "主体对公示内容、公示期限或修复结果有异议的，由认定单位核查；成立的更正后同步各平台。收到和结果都以短信告知。"
                            + "申请人凭手机验证码或统一身份认证自行提出的，mobile 须为所核验的手机；公示信息另有留存手机的，须为留存的手机")
    RequestView object(
            @PathVariable RegionCode region,
            @PathVariable String recordNo,
            @RequestBody ObjectionForm form) {
        Account account = access.requireReached(region, form.mobile(), Role.PORTAL, Role.WINDOW);
        if (account.proof() != null) {
            mayObject(account, form.uscc());
            reached(account, catalog.region(region).code(), recordNo, form.uscc());
        }
        return bound.within(
                account,
                new Bounded(
                        "mobile",
                        "提出 %d 件异议",
                        since -> requests.countSince(account.name(), since),
                        "到综合窗口办理"),
                () ->
                        view(
                                requests.object(
                                        catalog.region(region).code(),
                                        recordNo,
                                        form,
                                        account.name())));
    }

    /** An applicant objects for whom it acts, or by its mobile for an organisation. */
    private void mayObject(Account account, @Nullable String uscc) {
        boolean itsOwn =
                account.represented()
                        .map(who -> who.code().equals(uscc))
                        .orElse(uscc != null && !CitizenId.isProtected(uscc));
        if (!itsOwn) {
            throw RefusedException.invalid("uscc", "NOT_PROVED", "须为登录时所代表的主体；个人的信息请先登录统一身份认证");
        }
    }

    /** By a mobile alone nobody objects past the one that the register knows of the subject. */
    private void reached(
            Account account, RegionCode region, String recordNo, @Nullable String uscc) {
        Proof proof = account.proof();
        if (account.represented().isEmpty() && proof != null) {
            register.find(region, recordNo)
                    .map(DishonestyRecord::party)
                    .filter(party -> party.subject().code().value().equals(uscc))
                    .ifPresent(party -> RegisteredMobile.require(party, proof, "mobile"));
        }
    }

    @PostMapping("/records/{recordNo}/proof-requests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "请求开具履行证明",
            description = "由作出处罚的单位核对后开具；开具的证明制成文书，归提出请求的账号，可用 materialId 作为申请材料")
    RequestView askForProof(
            @PathVariable RegionCode region,
            @PathVariable String recordNo,
            @RequestBody ProofForm form) {
        Account account = access.require(region, Role.PORTAL, Role.WINDOW);
        return view(
                requests.askForProof(
                        catalog.region(region).code(), recordNo, form, account.name()));
    }

    @GetMapping("/record-requests/{id}")
    @Operation(summary = "异议、履行证明请求的办理结果", description = "提出请求的账号、办理单位和督查人员可以查看")
    RequestView request(@PathVariable RegionCode region, @PathVariable long id) {
        Account account =
                access.require(region, Role.PORTAL, Role.WINDOW, Role.UNIT, Role.SUPERVISOR);
        DisplayReview review = requests.found(catalog.region(region).code(), id);
        if (!mayRead(review, account)) {
            throw RefusedException.forbidden("只有提出请求的账号、办理单位和督查人员可以查看");
        }
        return view(review);
    }

    private boolean mayRead(DisplayReview review, Account account) {
        Region region = catalog.region(review.region());
        DishonestyRecord record = register.find(region.code(), review.recordNo()).orElseThrow();
        return review.question().filedBy().equals(account.name())
                || account.plays(region, Set.of(Role.SUPERVISOR))
                || account.plays(region, Set.of(Role.UNIT))
                        && register.isAnsweredBy(Senders.of(account, region), record);
    }

    private static RequestView view(DisplayReview review) {
        return new RequestView(
                review.id(),
                review.recordNo(),
                review.question().kind(),
                review.question().reason(),
                review.question().filedAt(),
                review.outcome(),
                review.remark(),
                review.decidedAt(),
                review.question().reference());
    }
}

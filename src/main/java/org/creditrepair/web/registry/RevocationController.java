package org.creditrepair.web.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.registry.review.DisplayReview;
import org.creditrepair.registry.review.DisplayReviews;
import org.creditrepair.registry.review.DisplayReviews.StatementForm;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.CaseAccess;
import org.creditrepair.web.shared.Senders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}")
@Tag(name = "撤销修复", description = "承诺不实的撤销修复，当事人的陈述、申辩")
class RevocationController {

    private final DisplayReviews reviews;
    private final Catalog catalog;
    private final RegionAccess access;
    private final Applications applications;
    private final CaseAccess cases;

    RevocationController(
            DisplayReviews reviews,
            Catalog catalog,
            RegionAccess access,
            Applications applications,
            CaseAccess cases) {
        this.reviews = reviews;
        this.catalog = catalog;
        this.access = access;
        this.applications = applications;
        this.cases = cases;
    }

    /** What a unit says against a repair. */
    record RevocationForm(String reason) {}

    record RevocationView(long id, String recordNo, String reason) {}

    @PostMapping("/records/{recordNo}/revocation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "提出撤销修复", description = "发现修复时承诺不实或材料虚假的，由认定单位提出并审查；撤销的恢复公示，并在规定期限内不再受理")
    RevocationView revoke(
            @PathVariable RegionCode region,
            @PathVariable String recordNo,
            @RequestBody RevocationForm form) {
        Account account = access.require(region, Role.UNIT);
        DisplayReview review =
                reviews.askForRevocation(
                        catalog.region(region).code(),
                        recordNo,
                        form.reason(),
                        Senders.of(account, catalog.region(region)));
        return new RevocationView(review.id(), review.recordNo(), review.question().reason());
    }

    @PostMapping("/records/{recordNo}/revocation/statement")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "撤销修复的陈述、申辩",
            description = "当事人自告知拟撤销之日起 5 个工作日内通过申请修复的门户或任一窗口提交一次，可以要求听证；提交或期满后由认定单位审查")
    RevocationView state(
            @PathVariable RegionCode region,
            @PathVariable String recordNo,
            @RequestBody StatementForm form) {
        Account account = access.require(region, Role.PORTAL, Role.WINDOW);
        if (account.windowIn(catalog.region(region)).isEmpty()) {
            applications.lastAbout(region, recordNo).ifPresent(cases::requireSubmitter);
        }
        DisplayReview review =
                reviews.state(catalog.region(region).code(), recordNo, form, account.name());
        return new RevocationView(review.id(), review.recordNo(), review.question().reason());
    }
}

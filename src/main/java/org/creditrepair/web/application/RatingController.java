package org.creditrepair.web.application;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.rating.Rating;
import org.creditrepair.rating.RatingForm;
import org.creditrepair.rating.Ratings;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.CaseAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "满意度评价", description = "申请人对已办结申请的评价，督查人员所看的汇总")
class RatingController {

    private static final int DEFAULT_DAYS = 30;

    private final Ratings ratings;
    private final Applications applications;
    private final Catalog catalog;
    private final CaseAccess cases;
    private final RegionAccess regions;
    private final BusinessClock clock;

    RatingController(
            Ratings ratings,
            Applications applications,
            Catalog catalog,
            CaseAccess cases,
            RegionAccess regions,
            BusinessClock clock) {
        this.ratings = ratings;
        this.applications = applications;
        this.catalog = catalog;
        this.cases = cases;
        this.regions = regions;
        this.clock = clock;
    }

    @PostMapping("/applications/{applicationNo}/rating")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "评价", description = "申请全部办结后，由申请人或代其提交的门户评价一次，窗口人员不能代评，1 至 5 分，可附意见")
    Rating rate(@PathVariable String applicationNo, @RequestBody RatingForm form) {
        CaseFile file = applications.byNumber(applicationNo);
        Account account = cases.requireSubmitter(file);
        if (account.windowIn(catalog.region(file.region())).isPresent()) {
            throw RefusedException.forbidden("评价由申请人作出，窗口人员不能代为评价");
        }
        return ratings.rate(file, form);
    }

    @GetMapping("/applications/{applicationNo}/rating")
    @Operation(summary = "对一件申请的评价")
    Rating rating(@PathVariable String applicationNo) {
        cases.requireReader(applications.byNumber(applicationNo));
        return ratings.of(applicationNo)
                .orElseThrow(() -> RefusedException.notFound("applicationNo", "该申请尚未评价"));
    }

    @GetMapping("/regions/{region}/supervision/ratings")
    @Operation(summary = "满意度", description = "期间的评价数、平均分、各分值的件数和附有意见的评价（最近 200 件）")
    Ratings.RatingSummary summary(
            @PathVariable RegionCode region,
            @Parameter(description = "起始日期，默认 30 日前") @RequestParam(required = false)
                    @Nullable LocalDate from,
            @Parameter(description = "截止日期，默认当日") @RequestParam(required = false)
                    @Nullable LocalDate until) {
        regions.require(region, Role.SUPERVISOR, Role.CREDIT_OFFICE);
        LocalDate last = until == null ? clock.today() : until;
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS) : from;
        if (last.isBefore(first)) {
            throw RefusedException.invalid("until", "INVALID", "截止日期不能早于起始日期");
        }
        return ratings.summary(region, first, last);
    }
}

package org.creditrepair.web.application;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.notice.message.ReminderRefusals;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violations;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/regions/{region}/reminders")
@Tag(name = "申请人身份核验")
class ReminderController {

    private final RegionAccess access;
    private final ReminderRefusals refusals;

    ReminderController(RegionAccess access, ReminderRefusals refusals) {
        this.access = access;
        this.refusals = refusals;
    }

    record ReminderForm(@Nullable String mobile, @Nullable Boolean wanted) {}

    record ReminderView(boolean wanted) {}

    @PutMapping
    @Operation(summary = "订阅或退订修复提醒", description = "即将可以申请修复的提醒发往登记的手机；退订后该地区不再向这个手机发送，办件的告知不受影响")
    ReminderView set(@PathVariable RegionCode region, @RequestBody ReminderForm form) {
        access.requireReached(region, form.mobile(), Role.PORTAL, Role.WINDOW);
        if (form.wanted() == null) {
            throw RefusedException.invalid("wanted", "REQUIRED", "必填项，不能为空");
        }
        String mobile = Violations.requiredMobile("mobile", form.mobile());
        if (form.wanted()) {
            refusals.accept(region, mobile);
        } else {
            refusals.refuse(region, mobile);
        }
        return new ReminderView(form.wanted());
    }
}

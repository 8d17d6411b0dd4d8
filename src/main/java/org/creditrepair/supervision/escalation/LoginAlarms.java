package org.creditrepair.supervision.escalation;

import java.util.List;
import java.util.Optional;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.login.LoginSlowed;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells administrators, and the supervisors of an account's region, that somebody guesses. */
@Component
class LoginAlarms {

    private final StaffMessages messages;
    private final Catalog catalog;

    LoginAlarms(StaffMessages messages, Catalog catalog) {
        this.messages = messages;
        this.catalog = catalog;
    }

    @EventListener
    void tell(LoginSlowed slowed) {
        Optional<Region> region =
                catalog.regions().stream()
                        .filter(one -> slowed.account().startsWith(one.code() + "-"))
                        .findFirst();
        messages.send(
                region.map(Region::code).orElse(null),
                region.map(one -> List.of(Account.ADMINISTRATORS, one.supervisors()))
                        .orElse(List.of(Account.ADMINISTRATORS)),
                "登录异常",
                slowed.account(),
                "账号 " + slowed.account() + " 自 " + slowed.address() + " 连续登录失败，已放慢该处的登录尝试");
    }
}

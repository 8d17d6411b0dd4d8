package org.creditrepair.web.shared;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.access.login.LoginThrottle;
import org.creditrepair.problem.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/slowed-logins")
@Tag(name = "登录保护", description = "因连续登录失败而放慢的账号，供账号管理员使用；账号从不锁定")
class LoginController {

    private final LoginThrottle throttle;
    private final LoginViewMapper views;

    LoginController(LoginThrottle throttle, LoginViewMapper views) {
        this.views = views;
        this.throttle = throttle;
    }

    record SlowedView(String account, String address, int failures, OffsetDateTime until) {}

    @GetMapping
    @Operation(summary = "放慢的登录", description = "本节点上正在放慢的账号和来源地址")
    List<SlowedView> slowed() {
        requireAdministrator();
        return throttle.slowed().stream().map(views::slowed).toList();
    }

    @DeleteMapping("/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "解除放慢", description = "该账号从任何地址都可以立即再次登录")
    void release(@PathVariable String account) {
        requireAdministrator();
        throttle.release(account);
    }

    private static void requireAdministrator() {
        if (Accounts.current().filter(Account::admin).isEmpty()) {
            throw RefusedException.forbidden("只有账号管理员可以使用");
        }
    }
}

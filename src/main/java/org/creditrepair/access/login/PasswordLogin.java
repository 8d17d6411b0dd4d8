package org.creditrepair.access.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.creditrepair.access.Refusals;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Accounts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks passwords of HTTP Basic against the engine's identity service, within the limit of
 * attempts.
 */
public record PasswordLogin(Accounts accounts, LoginThrottle throttle)
        implements AuthenticationProvider {

    /** A login that has to wait, because too many failed. */
    private static final class Slowed extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        private final Duration pause;

        Slowed(Duration pause) {
            super("登录失败次数过多");
            this.pause = pause;
        }
    }

    /** Answers 401 and asks for a login, or 429 with the pause. */
    public static void ask(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        if (refused instanceof Slowed slowed) {
            Refusals.tooMany(response, slowed.pause, "登录失败次数过多，请稍后再试");
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"credit-repair\", charset=\"UTF-8\"");
        Refusals.write(response, HttpStatus.UNAUTHORIZED, "请先登录：账号或密码缺失或有误");
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String address =
                login.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : "";
        Duration pause = throttle.pause(address, login.getName());
        if (!pause.isZero()) {
            throw new Slowed(pause);
        }
        Account account =
                accounts.login(login.getName(), String.valueOf(login.getCredentials()))
                        .orElseThrow(() -> wrong(address, login.getName()));
        throttle.succeeded(address, login.getName());
        return UsernamePasswordAuthenticationToken.authenticated(
                account, null, AuthorityUtils.NO_AUTHORITIES);
    }

    private AuthenticationException wrong(String address, String name) {
        throttle.failed(address, name);
        return new BadCredentialsException("账号或密码有误");
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

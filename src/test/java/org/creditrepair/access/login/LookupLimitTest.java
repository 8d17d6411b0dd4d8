package org.creditrepair.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.creditrepair.access.account.Account;
import org.creditrepair.vocabulary.RegionCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Nobody reads the public register by asking for one number after another. */
class LookupLimitTest {

    private static final FrontKey FRONT = new FrontKey("");

    private static final String RECORDS =
            "/api/v1/regions/150100/subjects/91150100MA0FICT14X/records";

    private final LookupLimit limit =
            new LookupLimit(
                    PathPatternRequestMatcher.withDefaults()
                            .matcher("/api/v1/regions/*/subjects/*/records"),
                    3,
                    FRONT);

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    private MockHttpServletResponse ask(String address, String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void theFourthLookUpOfAMinuteIsRefusedAndSaysWhenToComeBack() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask("203.0.113.7", RECORDS).getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse refused = ask("203.0.113.7", RECORDS);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
        assertThat(refused.getContentAsString()).contains("查询过于频繁");
        assertThat(ask("198.51.100.1", RECORDS).getStatus()).as("others").isEqualTo(200);
        assertThat(ask("203.0.113.7", "/guide/150100").getStatus())
                .as("other pages")
                .isEqualTo(200);
    }

    @Test
    void thePagesAreBelievedInWhoseNameTheyAskAndNobodyElse() throws Exception {
        for (int asker = 0; asker < 5; asker++) {
            assertThat(askFor("198.51.100." + asker, FRONT.value()).getStatus()).isEqualTo(200);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(askFor("203.0.113." + i, "guessed").getStatus()).isEqualTo(200);
        }
        assertThat(askFor("203.0.113.9", "guessed").getStatus()).isEqualTo(429);
    }

    private MockHttpServletResponse askFor(String asker, String key) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", RECORDS);
        request.setRemoteAddr("127.0.0.1");
        request.addHeader(FrontKey.KEY, key);
        request.addHeader(FrontKey.ASKER, asker);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response;
    }

    @Test
    void eachOfTwoLimitsOfOneRequestCounts() throws Exception {
        LookupLimit stricter = new LookupLimit(request -> true, 1, FRONT);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", RECORDS);
            request.setRemoteAddr("203.0.113.50");
            MockHttpServletResponse response = new MockHttpServletResponse();
            limit.doFilter(
                    request,
                    response,
                    (next, answer) -> stricter.doFilter(next, answer, new MockFilterChain()));
            statuses.add(response.getStatus());
        }
        assertThat(statuses).containsExactly(200, 429);
    }

    @Test
    void whoIsLoggedInIsNotCounted() throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                new Account(
                                        "150100-portal",
                                        java.util.Set.of(),
                                        java.util.Set.of(new RegionCode("150100")),
                                        false),
                                null,
                                List.of()));
        for (int i = 0; i < 10; i++) {
            assertThat(ask("203.0.113.7", RECORDS).getStatus()).isEqualTo(200);
        }
    }

    /** An applicant's token is no account: it counts by name, wherever it comes from. */
    @Test
    void anApplicantIsCountedByName() throws Exception {
        Account applicant =
                Account.ofApplicant(
                        Account.Proof.ofMobile(new RegionCode("150100"), "13800000000"));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                applicant, null, List.of()));
        for (int i = 0; i < 3; i++) {
            assertThat(ask("203.0.113." + i, RECORDS).getStatus()).isEqualTo(200);
        }
        assertThat(ask("203.0.113.4", RECORDS).getStatus()).isEqualTo(429);
    }
}

package org.creditrepair.proof;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.creditrepair.access.account.Account.Proof;
import org.creditrepair.access.account.Account.Represented;
import org.creditrepair.access.identity.Identity;
import org.creditrepair.access.identity.IdentityProvider;
import org.creditrepair.access.login.ApplicantTokens;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Tokens of applicants: given for a proof, believed until they end. All times here are those of the
 * system.
 */
@Service
public class ApplicantLogins implements ApplicantTokens {

    /** How long a token of somebody who fills in an application can be used. */
    static final Duration APPLYING = Duration.ofHours(2);

    /** No provider's token is valid for longer. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private static final int TOKEN_BYTES = 32;
    private static final int CODE = 18;
    private static final int NAME = 200;
    private static final int PERSON = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LoginStore store;
    private final IdentityProvider provider;

    ApplicantLogins(LoginStore store, IdentityProvider provider) {
        this.store = store;
        this.provider = provider;
    }

    /**
     * A login of an applicant.
     *
     * @param applicationNo null for somebody who is about to apply
     * @param token for the header {@code Authorization: Bearer}
     */
    public record Login(@Nullable String applicationNo, String token, OffsetDateTime validUntil) {}

    /** Opens a login for what was proved. */
    Login open(Proof proof, Duration valid) {
        OffsetDateTime now = OffsetDateTime.now(BusinessClock.ZONE);
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        OffsetDateTime until = now.plus(valid);
        store.deleteBefore(now);
        store.insert(DigestUtils.sha256Hex(token), proof, until);
        return new Login(proof.applicationNo(), token, until);
    }

    /**
     * Exchanges a token of the identity provider for one of ours.
     *
     * @throws RefusedException if it is not the provider's, outlived, used before, or tells too
     *     little; 503 if the provider cannot be asked
     */
    public Login openByIdentity(String idToken) {
        Identity identity =
                provider.identityOf(idToken)
                        .orElseThrow(
                                () ->
                                        RefusedException.invalid(
                                                "token", "WRONG", "统一身份认证的令牌无效或已过期，请重新登录"));
        Violations wrong = new Violations(OffsetDateTime.now(BusinessClock.ZONE).toLocalDate());
        wrong.text("subjectCode", identity.subjectCode(), CODE);
        wrong.text("subjectName", identity.subjectName(), NAME);
        wrong.text("person", identity.person(), PERSON);
        wrong.mobile("mobile", identity.mobile());
        wrong.refuse();
        useOnce(idToken);
        return open(
                // Where somebody may apply is known when the token is used.
                Proof.ofIdentity(
                        Set.of(),
                        new Represented(
                                identity.subjectCode(),
                                identity.subjectName(),
                                identity.person(),
                                identity.mobile(),
                                identity.agent())),
                APPLYING);
    }

    /** A token that was exchanged opens no second login, not even after a logout. */
    private void useOnce(String idToken) {
        OffsetDateTime now = OffsetDateTime.now(BusinessClock.ZONE);
        String signed = idToken.substring(0, idToken.lastIndexOf('.'));
        if (!store.use(DigestUtils.sha256Hex(signed), now, now.minus(REMEMBERED))) {
            throw RefusedException.invalid("token", "WRONG", "统一身份认证的令牌已经用过，请重新登录");
        }
    }

    /** Ends a login; the token opens nothing any more. */
    public void logout(String token) {
        store.delete(DigestUtils.sha256Hex(token));
    }

    @Override
    public Optional<Proof> proofOf(String token) {
        return store.proofOf(DigestUtils.sha256Hex(token), OffsetDateTime.now(BusinessClock.ZONE));
    }
}

package org.creditrepair.proof;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.creditrepair.access.account.Account.Proof;
import org.creditrepair.access.account.Account.Represented;
import org.creditrepair.access.identity.Identity;
import org.creditrepair.access.identity.IdentityProvider;
import org.creditrepair.access.login.ApplicantTokens;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.notice.IssueNotice;
import org.creditrepair.notice.Notice;
import org.creditrepair.notice.NoticeProcess;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.proof.ProofStore.Sent;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that somebody is the applicant of a joint application, or can be reached at the mobile
 * with which it is about to apply: by a code of six digits sent there. The right code is exchanged
 * for a token. All times here are those of the system, since a code is as safe as its time is
 * short.
 */
@Service
public class ApplicantProof implements ApplicantTokens {

    /** How long a code can be used. */
    static final Duration CODE_VALID = Duration.ofMinutes(5);

    /** How long a token of an application can be used. */
    static final Duration TOKEN_VALID = Duration.ofMinutes(30);

    /** How long a token of somebody who fills in an application can be used. */
    static final Duration APPLYING = Duration.ofHours(2);

    /** Between two codes of one application or mobile. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    static final int MOST_CODES_A_DAY = 10;
    static final int MOST_ATTEMPTS = 5;

    private static final int CODES = 1_000_000;
    private static final int TOKEN_BYTES = 32;
    private static final String TOO_OFTEN = "TOO_OFTEN";
    private static final String BETWEEN = ":";
    private static final String IDENTITY = "identity";
    private static final String AGENT = "agent";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ProofStore store;
    private final Applications applications;
    private final Catalog catalog;
    private final IssueNotice notices;
    private final NoticeProcess delivery;
    private final IdentityProvider provider;

    ApplicantProof(
            ProofStore store,
            Applications applications,
            Catalog catalog,
            IssueNotice notices,
            NoticeProcess delivery,
            IdentityProvider provider) {
        this.provider = provider;
        this.store = store;
        this.applications = applications;
        this.catalog = catalog;
        this.notices = notices;
        this.delivery = delivery;
    }

    /**
     * A code that was sent.
     *
     * @param mobile where to, all but the first three and last four digits masked
     */
    public record SentCode(String mobile, OffsetDateTime validUntil) {}

    /**
     * A login of an applicant.
     *
     * @param applicationNo null for somebody who is about to apply
     * @param token for the header {@code Authorization: Bearer}
     */
    public record Login(@Nullable String applicationNo, String token, OffsetDateTime validUntil) {}

    /**
     * Sends a code for an application, to its agent or contact.
     *
     * @throws RefusedException if there is no such progress code, or codes have been asked for too
     *     often
     */
    @Transactional
    public SentCode send(String progressCode) {
        CaseFile file = applications.byProgressCode(progressCode);
        return send(
                file.applicationNo(),
                file.applicationNo(),
                "progressCode",
                code -> notices.ofCode(file, code, CODE_VALID.toMinutes()));
    }

    /**
     * Sends a code to somebody who is about to apply.
     *
     * @throws RefusedException if the region is not served, the mobile is none, or codes have been
     *     asked for too often
     */
    @Transactional
    public SentCode send(RegionCode region, @Nullable String mobile) {
        catalog.region(region);
        String known = wellFormed(mobile);
        return send(
                known,
                region + BETWEEN + known,
                "mobile",
                code -> notices.ofCode(region, known, code, CODE_VALID.toMinutes()));
    }

    /**
     * @param receiver whose codes are counted: an application, or a mobile whatever the region
     * @param subject what the code proves
     */
    private SentCode send(
            String receiver, String subject, String field, Function<String, Notice> notice) {
        OffsetDateTime now = now();
        Optional<Sent> last = store.lastOf(receiver);
        if (last.filter(sent -> sent.sentAt().plus(PAUSE).isAfter(now)).isPresent()) {
            throw pause(field);
        }
        int today =
                last.filter(sent -> sent.sentAt().toLocalDate().equals(now.toLocalDate()))
                        .map(Sent::sentToday)
                        .orElse(0);
        if (today >= MOST_CODES_A_DAY) {
            throw RefusedException.conflict(field, TOO_OFTEN, "今日获取验证码次数已达上限，请明日再试或到综合窗口办理");
        }
        String code = "%06d".formatted(RANDOM.nextInt(CODES));
        try {
            store.keep(receiver, hash(subject, code), new Sent(now, today + 1));
        } catch (DuplicateKeyException another) {
            throw pause(field);
        }
        Notice sent = notice.apply(code);
        delivery.start(sent);
        return new SentCode(sent.maskedMobile(), now.plus(CODE_VALID));
    }

    private static RefusedException pause(String field) {
        return RefusedException.conflict(field, TOO_OFTEN, "验证码已发送，一分钟后可以重新获取");
    }

    /**
     * Exchanges the code of an application for a token.
     *
     * @throws RefusedException if there is no such progress code, or the code is wrong, used,
     *     outlived or has been tried too often
     */
    public Login login(String progressCode, String code) {
        String applicationNo = applications.byProgressCode(progressCode).applicationNo();
        return login(applicationNo, applicationNo, applicationNo, code, TOKEN_VALID);
    }

    /**
     * Exchanges the code of a mobile for a token.
     *
     * @throws RefusedException if the mobile is none, or the code is wrong, used, outlived or has
     *     been tried too often
     */
    public Login login(RegionCode region, @Nullable String mobile, String code) {
        String known = wellFormed(mobile);
        return login(known, region + BETWEEN + known, null, code, APPLYING);
    }

    /** Not one transaction, so that wrong attempts stay counted. */
    private Login login(
            String receiver,
            String subject,
            @Nullable String applicationNo,
            String code,
            Duration valid) {
        OffsetDateTime now = now();
        if (!store.mayTry(receiver, now.minus(CODE_VALID), MOST_ATTEMPTS)) {
            throw RefusedException.invalid("code", "OUTLIVED", "验证码已失效，请重新获取");
        }
        if (!store.take(receiver, hash(subject, code))) {
            throw RefusedException.invalid("code", "WRONG", "验证码不正确");
        }
        return opened(applicationNo, subject, valid);
    }

    private Login opened(@Nullable String applicationNo, String subject, Duration valid) {
        OffsetDateTime now = now();
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        OffsetDateTime until = now.plus(valid);
        store.deleteLoginsBefore(now);
        store.insertLogin(DigestUtils.sha256Hex(token), subject, until);
        return new Login(applicationNo, token, until);
    }

    /**
     * Exchanges a token of the identity provider for one of ours.
     *
     * @throws RefusedException if it is not the provider's, outlived, or tells too little
     */
    public Login loginByIdentity(String idToken) {
        Identity identity =
                provider.identityOf(idToken)
                        .orElseThrow(
                                () ->
                                        RefusedException.invalid(
                                                "token", "WRONG", "统一身份认证的令牌无效或已过期，请重新登录"));
        String subject =
                String.join(
                        BETWEEN,
                        IDENTITY,
                        identity.subjectCode(),
                        wellFormed(identity.mobile()),
                        identity.agent() ? AGENT : "",
                        identity.person().replace(BETWEEN, ""),
                        identity.subjectName());
        return opened(null, subject, APPLYING);
    }

    /** Ends a login; the token opens nothing any more. */
    public void logout(String token) {
        store.deleteLogin(DigestUtils.sha256Hex(token));
    }

    @Override
    public Optional<Proof> proofOf(String token) {
        return store.subjectOf(DigestUtils.sha256Hex(token), now()).map(this::proof);
    }

    private Proof proof(String subject) {
        String[] parts = subject.split(BETWEEN, 6);
        if (parts[0].equals(IDENTITY)) {
            return Proof.ofIdentity(
                    catalog.regions().stream().map(Region::code).collect(Collectors.toSet()),
                    new Represented(
                            parts[1], parts[5], parts[4], parts[2], parts[3].equals(AGENT)));
        }
        return parts.length == 1
                ? Proof.ofApplication(subject)
                : Proof.ofMobile(new RegionCode(parts[0]), parts[1]);
    }

    private static String wellFormed(@Nullable String mobile) {
        Violations wrong = new Violations(now().toLocalDate());
        if (Violations.isBlank(mobile)) {
            wrong.add(Violation.required("mobile"));
        } else {
            wrong.mobile("mobile", mobile);
        }
        wrong.refuse();
        return String.valueOf(mobile);
    }

    private static String hash(String subject, String code) {
        return DigestUtils.sha256Hex(subject + "\n" + code);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(BusinessClock.ZONE);
    }
}

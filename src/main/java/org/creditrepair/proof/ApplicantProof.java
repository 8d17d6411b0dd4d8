package org.creditrepair.proof;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.creditrepair.access.account.Account.Proof;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.notice.message.IssueNotice;
import org.creditrepair.notice.message.Notice;
import org.creditrepair.notice.message.NoticeProcess;
import org.creditrepair.problem.RefusedException;
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
public class ApplicantProof {

    /** How long a code can be used. */
    static final Duration CODE_VALID = Duration.ofMinutes(5);

    /** How long a token of an application can be used. */
    static final Duration TOKEN_VALID = Duration.ofMinutes(30);

    /** Between two codes of one application or mobile. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    static final int MOST_CODES_A_DAY = 10;
    static final int MOST_ATTEMPTS = 5;

    private static final int CODES = 1_000_000;
    private static final String TOO_OFTEN = "TOO_OFTEN";
    private static final String BETWEEN = ":";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ProofStore store;
    private final Applications applications;
    private final Catalog catalog;
    private final IssueNotice notices;
    private final NoticeProcess delivery;
    private final ApplicantLogins logins;

    ApplicantProof(
            ProofStore store,
            Applications applications,
            Catalog catalog,
            IssueNotice notices,
            NoticeProcess delivery,
            ApplicantLogins logins) {
        this.logins = logins;
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
        String known = Violations.requiredMobile("mobile", mobile);
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
    public ApplicantLogins.Login login(String progressCode, String code) {
        String applicationNo = applications.byProgressCode(progressCode).applicationNo();
        take(applicationNo, applicationNo, code);
        return logins.open(Proof.ofApplication(applicationNo), TOKEN_VALID);
    }

    /**
     * Exchanges the code of a mobile for a token.
     *
     * @throws RefusedException if the mobile is none, or the code is wrong, used, outlived or has
     *     been tried too often
     */
    public ApplicantLogins.Login login(RegionCode region, @Nullable String mobile, String code) {
        String known = Violations.requiredMobile("mobile", mobile);
        take(known, region + BETWEEN + known, code);
        return logins.open(Proof.ofMobile(region, known), ApplicantLogins.APPLYING);
    }

    /** Not one transaction, so that wrong attempts stay counted. */
    private void take(String receiver, String subject, String code) {
        if (!store.mayTry(receiver, now().minus(CODE_VALID), MOST_ATTEMPTS)) {
            throw RefusedException.invalid("code", "OUTLIVED", "验证码已失效，请重新获取");
        }
        if (!store.take(receiver, hash(subject, code))) {
            throw RefusedException.invalid("code", "WRONG", "验证码不正确");
        }
    }

    private static String hash(String subject, String code) {
        return DigestUtils.sha256Hex(subject + "\n" + code);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(BusinessClock.ZONE);
    }
}

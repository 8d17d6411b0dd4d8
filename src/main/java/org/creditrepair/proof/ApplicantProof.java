package org.creditrepair.proof;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.creditrepair.access.login.ApplicantTokens;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.notice.IssueNotice;
import org.creditrepair.notice.Notice;
import org.creditrepair.notice.NoticeProcess;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.proof.ProofStore.Sent;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that somebody is the applicant: by a code of six digits sent to the mobile of the agent or
 * contact of a joint application. The right code is exchanged for a token of that application. All
 * times here are those of the system, since a code is as safe as its time is short.
 */
@Service
public class ApplicantProof implements ApplicantTokens {

    /** How long a code can be used. */
    static final Duration CODE_VALID = Duration.ofMinutes(5);

    /** How long a token can be used. */
    static final Duration TOKEN_VALID = Duration.ofMinutes(30);

    /** Between two codes of one application. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    static final int MOST_CODES_A_DAY = 10;
    static final int MOST_ATTEMPTS = 5;

    private static final int CODES = 1_000_000;
    private static final int TOKEN_BYTES = 32;
    private static final String TOO_OFTEN = "TOO_OFTEN";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ProofStore store;
    private final Applications applications;
    private final IssueNotice notices;
    private final NoticeProcess delivery;

    ApplicantProof(
            ProofStore store,
            Applications applications,
            IssueNotice notices,
            NoticeProcess delivery) {
        this.store = store;
        this.applications = applications;
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
     * @param token for the header {@code Authorization: Bearer}
     */
    public record Login(String applicationNo, String token, OffsetDateTime validUntil) {}

    /**
     * Sends a code for an application.
     *
     * @throws RefusedException if there is no such progress code, or codes have been asked for too
     *     often
     */
    @Transactional
    public SentCode send(String progressCode) {
        CaseFile file = applications.byProgressCode(progressCode);
        OffsetDateTime now = now();
        Optional<Sent> last = store.lastOf(file.applicationNo());
        if (last.filter(sent -> sent.sentAt().plus(PAUSE).isAfter(now)).isPresent()) {
            throw pause();
        }
        int today =
                last.filter(sent -> sent.sentAt().toLocalDate().equals(now.toLocalDate()))
                        .map(Sent::sentToday)
                        .orElse(0);
        if (today >= MOST_CODES_A_DAY) {
            throw RefusedException.conflict(
                    "progressCode", TOO_OFTEN, "今日获取验证码次数已达上限，请明日再试或到综合窗口办理");
        }
        String code = "%06d".formatted(RANDOM.nextInt(CODES));
        try {
            store.keep(
                    file.applicationNo(),
                    hash(file.applicationNo(), code),
                    new Sent(now, today + 1));
        } catch (DuplicateKeyException another) {
            throw pause();
        }
        Notice notice = notices.ofCode(file, code, CODE_VALID.toMinutes());
        delivery.start(notice);
        return new SentCode(masked(notice.mobile()), now.plus(CODE_VALID));
    }

    private static RefusedException pause() {
        return RefusedException.conflict("progressCode", TOO_OFTEN, "验证码已发送，一分钟后可以重新获取");
    }

    /**
     * Exchanges a code for a token. Not one transaction, so that wrong attempts stay counted.
     *
     * @throws RefusedException if there is no such progress code, or the code is wrong, used,
     *     outlived or has been tried too often
     */
    public Login login(String progressCode, String code) {
        CaseFile file = applications.byProgressCode(progressCode);
        String applicationNo = file.applicationNo();
        OffsetDateTime now = now();
        if (!store.mayTry(applicationNo, now.minus(CODE_VALID), MOST_ATTEMPTS)) {
            throw RefusedException.invalid("code", "OUTLIVED", "验证码已失效，请重新获取");
        }
        if (!store.take(applicationNo, hash(applicationNo, code))) {
            throw RefusedException.invalid("code", "WRONG", "验证码不正确");
        }
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        OffsetDateTime until = now.plus(TOKEN_VALID);
        store.deleteLoginsBefore(now);
        store.insertLogin(DigestUtils.sha256Hex(token), applicationNo, until);
        return new Login(applicationNo, token, until);
    }

    @Override
    public Optional<String> applicationOf(String token) {
        return store.applicationOf(DigestUtils.sha256Hex(token), now());
    }

    private static String hash(String applicationNo, String code) {
        return DigestUtils.sha256Hex(applicationNo + "\n" + code);
    }

    private static String masked(String mobile) {
        return mobile.substring(0, 3) + "****" + mobile.substring(mobile.length() - 4);
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(BusinessClock.ZONE);
    }
}

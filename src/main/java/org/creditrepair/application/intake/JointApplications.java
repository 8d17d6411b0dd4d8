package org.creditrepair.application.intake;

import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.creditrepair.application.intake.ApplicationForm.MaterialForm;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.storage.Json;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands in, corrects and withdraws joint applications (联办申请). */
@Service
public class JointApplications {

    private final ApplicationProcess process;
    private final Applications applications;
    private final HandInCorrection corrections;
    private final IdempotentSubmissions submissions;
    private final TransactionTemplate transaction;
    private final Json json;

    public JointApplications(
            ApplicationProcess process,
            Applications applications,
            HandInCorrection corrections,
            IdempotentSubmissions submissions,
            TransactionTemplate transaction,
            Json json) {
        this.process = process;
        this.applications = applications;
        this.corrections = corrections;
        this.submissions = submissions;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Starts a joint application.
     *
     * @param idempotencyKey the sender's key for this submission, or null; with the same key and
     *     form the first answer is given again
     * @throws RefusedException if the form is wrong, a record is taken, or the key was used for
     *     another form
     */
    public CaseFile start(
            RegionCode region, ApplicationForm form, String account, String idempotencyKey) {
        String body = json.write(form);
        if (idempotencyKey == null) {
            return transaction.execute(status -> start(region, body));
        }
        String hash = DigestUtils.sha256Hex(region + body);
        Optional<CaseFile> earlier = earlier(account, idempotencyKey, hash);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return transaction.execute(
                    status -> {
                        submissions.claim(account, idempotencyKey, hash);
                        CaseFile started = start(region, body);
                        submissions.settle(account, idempotencyKey, started.applicationNo());
                        return started;
                    });
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            return earlier(account, idempotencyKey, hash).orElseThrow(() -> sentTwiceAtOnce);
        }
    }

    private CaseFile start(RegionCode region, String body) {
        return applications.byNumber(process.start(region, body));
    }

    private Optional<CaseFile> earlier(String account, String key, String hash) {
        return submissions
                .find(account, key)
                .map(
                        known -> {
                            if (!known.bodySha256().equals(hash)) {
                                throw RefusedException.conflict(
                                        "Idempotency-Key",
                                        "KEY_REUSED",
                                        "该 Idempotency-Key 已用于内容不同的申请");
                            }
                            return applications.byNumber(known.applicationNo());
                        });
    }

    /**
     * Hands in the documents of a correction (补正).
     *
     * @throws RefusedException if the item does not wait for one, or a document is wrong
     */
    @Transactional
    public void correct(CaseKey key, List<MaterialForm> materials, String account) {
        corrections.handIn(key, materials, account);
        process.corrected(key);
    }

    /**
     * Withdraws an item (撤回), which is possible until it is decided.
     *
     * @throws RefusedException if it is decided or closed
     */
    @Transactional
    public void withdraw(CaseKey key) {
        CaseItem item = applications.byNumber(key.applicationNo()).item(key.itemNo());
        if (item.isDecided()) {
            throw RefusedException.conflict(
                    "status", "ALREADY_DECIDED", "该事项" + item.state().status().text() + "，不能撤回");
        }
        process.withdrawn(key);
    }
}

package org.creditrepair.workflow.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.creditrepair.access.account.AsServer;
import org.creditrepair.application.intake.ApplicationForm;
import org.creditrepair.application.intake.ApplicationForm.MaterialForm;
import org.creditrepair.application.intake.HandInCorrection;
import org.creditrepair.application.intake.IdempotentSubmissions;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.workflow.process.Messages;
import org.creditrepair.workflow.process.Variables;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts and moves joint applications: the one adapter between the server's REST and the engine.
 */
@Service
public class JointApplications {

    private static final String PROCESS = "joint-application";

    private final RuntimeService runtime;
    private final AsServer server;
    private final Applications applications;
    private final HandInCorrection corrections;
    private final IdempotentSubmissions submissions;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    public JointApplications(
            RuntimeService runtime,
            AsServer server,
            Applications applications,
            HandInCorrection corrections,
            IdempotentSubmissions submissions,
            TransactionTemplate transaction,
            ObjectMapper json) {
        this.runtime = runtime;
        this.server = server;
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
            String region, ApplicationForm form, String account, String idempotencyKey) {
        String body = write(form);
        if (idempotencyKey == null) {
            return transaction.execute(status -> start(region, body));
        }
        String hash = sha256(region + body);
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

    private CaseFile start(String region, String body) {
        VariableMap variables =
                org.camunda.bpm.engine.variable.Variables.createVariables()
                        .putValue(Variables.REGION, region)
                        .putValueTyped(
                                Variables.APPLICATION,
                                org.camunda.bpm.engine.variable.Variables.stringValue(body, true));
        try {
            ProcessInstance started = runtime.startProcessInstanceByKey(PROCESS, variables);
            return applications.byNumber(started.getBusinessKey());
        } catch (AuthorizationException e) {
            throw RefusedException.forbidden("本账号无权提交申请");
        }
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
        correlate(key, Messages.MATERIALS_CORRECTED);
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
                    "status", "ALREADY_DECIDED", "该事项" + item.status().text() + "，不能撤回");
        }
        correlate(key, Messages.APPLICATION_WITHDRAWN);
    }

    private void correlate(CaseKey key, String message) {
        try {
            server.run(
                    () ->
                            runtime.createMessageCorrelation(message)
                                    .processInstanceBusinessKey(key.toString())
                                    .correlate());
        } catch (MismatchingMessageCorrelationException e) {
            throw RefusedException.conflict("status", "STATE_CHANGED", "该事项的办理状态已变化，请刷新后重试");
        }
    }

    private String write(ApplicationForm form) {
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

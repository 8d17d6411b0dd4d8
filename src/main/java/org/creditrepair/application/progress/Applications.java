package org.creditrepair.application.progress;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.model.CaseKey;
import org.creditrepair.application.model.Submitter.HandedIn;
import org.creditrepair.application.store.ApplicationStore;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Service;

/** Looks up joint applications. */
@Service
public class Applications {

    private final ApplicationStore store;

    public Applications(ApplicationStore store) {
        this.store = store;
    }

    /**
     * @throws RefusedException if there is none of this number
     */
    public CaseFile byNumber(String applicationNo) {
        return store.find(applicationNo)
                .orElseThrow(
                        () -> RefusedException.notFound("applicationNo", "无此申请：" + applicationNo));
    }

    /**
     * @throws RefusedException if no application has this code
     */
    public CaseFile byProgressCode(String progressCode) {
        return store.numberOf(progressCode)
                .flatMap(store::find)
                .orElseThrow(() -> RefusedException.notFound("progressCode", "查询码有误或已失效"));
    }

    /** The last application about a record that has been closed; empty if there was none. */
    public List<CaseFile> openAfter(RegionCode region, String applicationNo, int most) {
        return store.openAfter(region, applicationNo, most).stream().map(this::byNumber).toList();
    }

    /** The applications of a window or portal, a page of them, the latest first. */
    public List<CaseFile> handedIn(HandedIn wanted) {
        return store.handedIn(wanted);
    }

    /** How many applications an account has handed in since a moment. */
    public int countSince(String account, OffsetDateTime moment) {
        return store.countSince(account, moment);
    }

    /** The last application about a record. */
    public Optional<CaseFile> lastAbout(RegionCode region, String recordNo) {
        return store.lastCaseOf(region, recordNo).flatMap(key -> store.find(key.applicationNo()));
    }

    /** The names of the subjects (申请主体) of applications, by application number. */
    public Map<String, String> subjectNames(Set<String> applicationNos) {
        return applicationNos.isEmpty() ? Map.of() : store.subjectNames(applicationNos);
    }

    /** The other applications of a subject in a region, the latest first, 20 at most. */
    public List<CaseFile> ofSubject(RegionCode region, String subjectCode, String but) {
        return store.ofSubject(region, subjectCode, but);
    }

    /**
     * One item of an application.
     *
     * @throws RefusedException if there is none of this number
     */
    public CaseItem item(CaseKey key) {
        return byNumber(key.applicationNo()).items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("itemNo", "无此事项：" + key));
    }
}

package org.creditrepair.notice;

import java.util.Optional;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.notice.CaseDocument.Kind;
import org.creditrepair.paper.IssuedPaper;
import org.creditrepair.paper.PaperFormat;
import org.creditrepair.paper.Papers;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.Labelled;
import org.springframework.stereotype.Service;

/** The documents of cases as files, sealed where a unit issues them; and what became of them. */
@Service
public class CasePapers {

    private final CaseDocuments documents;
    private final Papers papers;
    private final Applications applications;

    CasePapers(CaseDocuments documents, Papers papers, Applications applications) {
        this.documents = documents;
        this.papers = papers;
        this.applications = applications;
    }

    /** Whether a paper still holds (文书效力). */
    public enum Standing implements Labelled {
        IN_FORCE("有效"),
        REVOKED("已被撤销，不再有效");

        private final String text;

        Standing(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /** A paper that was asked about. */
    public record Checked(IssuedPaper paper, Standing standing) {}

    /**
     * One document of an application.
     *
     * @throws RefusedException if the application has none of this id
     */
    public byte[] file(CaseFile file, String id, PaperFormat format) {
        CaseDocument document = documents.require(file, id);
        if (!document.kind().isSealed()) {
            return papers.plain(documents.pdf(file, document, null), format);
        }
        CaseItem item = file.item(document.itemNo());
        Papers.Draft draft =
                new Papers.Draft(
                        file.applicationNo() + "-" + id,
                        file.region(),
                        file.region() + "-" + item.unit(),
                        documents.signedBy(file, document),
                        document.kind().title(),
                        document.issuedAt());
        return papers.file(draft, format, mark -> documents.pdf(file, document, mark));
    }

    /** The paper with a code (验证码); empty if there is none. */
    public Optional<Checked> check(String code) {
        return papers.byCode(code).map(paper -> new Checked(paper, standing(paper.number())));
    }

    private Standing standing(String number) {
        String applicationNo = number.substring(0, number.indexOf('-'));
        CaseFile file = applications.byNumber(applicationNo);
        CaseDocument document =
                documents.require(file, number.substring(applicationNo.length() + 1));
        boolean revoked =
                document.kind() == Kind.REPAIR
                        && file.item(document.itemNo()).state().revokedAt() != null;
        return revoked ? Standing.REVOKED : Standing.IN_FORCE;
    }
}

package org.creditrepair.notice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.model.CaseItem;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.notice.CaseDocument.Kind;
import org.creditrepair.paper.IssuedPaper;
import org.creditrepair.paper.PaperFormat;
import org.creditrepair.paper.Papers;
import org.creditrepair.problem.RefusedException;
import org.springframework.stereotype.Service;

/** The documents of cases as files, sealed where a unit issues them; and what became of them. */
@Service
public class CasePapers {

    /** Application number and id of the document. */
    private static final Pattern NUMBER = Pattern.compile("(\\d{20})-(\\d+-[a-z]+)");

    private final CaseDocuments documents;
    private final RecordPapers recordPapers;
    private final Papers papers;
    private final Applications applications;

    CasePapers(
            CaseDocuments documents,
            RecordPapers recordPapers,
            Papers papers,
            Applications applications) {
        this.documents = documents;
        this.recordPapers = recordPapers;
        this.papers = papers;
        this.applications = applications;
    }

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
        if (document.kind() == Kind.REVOCATION) {
            return recordPapers.revocation(
                    documents.recordOf(file, item), document.issuedAt(), format);
        }
        Papers.Draft draft =
                new Papers.Draft(
                        file.applicationNo() + "-" + id,
                        file.region(),
                        file.region() + "-" + item.unit(),
                        documents.unit(file, item),
                        document.kind().title(),
                        document.issuedAt());
        return papers.file(draft, format, mark -> documents.pdf(file, document, mark));
    }

    /** What became of a case's paper; empty if it is of another kind. */
    Optional<PaperStanding> standing(IssuedPaper paper) {
        Matcher number = NUMBER.matcher(paper.number());
        if (!number.matches()) {
            return Optional.empty();
        }
        CaseFile file = applications.byNumber(number.group(1));
        CaseDocument document = documents.require(file, number.group(2));
        boolean revoked =
                document.kind() == Kind.REPAIR
                        && file.item(document.itemNo()).state().revokedAt() != null;
        return Optional.of(revoked ? PaperStanding.REVOKED : PaperStanding.IN_FORCE);
    }
}

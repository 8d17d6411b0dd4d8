package org.creditrepair.notice;

import java.util.Optional;
import org.creditrepair.paper.IssuedPaper;
import org.creditrepair.paper.Papers;
import org.springframework.stereotype.Service;

/** Tells of any paper whether it was issued here and still holds (文书查验). */
@Service
public class PaperChecks {

    private final Papers papers;
    private final CasePapers casePapers;
    private final RecordPapers recordPapers;

    PaperChecks(Papers papers, CasePapers casePapers, RecordPapers recordPapers) {
        this.papers = papers;
        this.casePapers = casePapers;
        this.recordPapers = recordPapers;
    }

    /** A paper that was asked about. */
    public record Checked(IssuedPaper paper, PaperStanding standing) {}

    /** The paper with a code (验证码); empty if there is none. */
    public Optional<Checked> check(String code) {
        return papers.byCode(code).map(paper -> new Checked(paper, standing(paper)));
    }

    private PaperStanding standing(IssuedPaper paper) {
        return casePapers
                .standing(paper)
                .or(() -> recordPapers.standing(paper))
                .orElse(PaperStanding.IN_FORCE);
    }
}

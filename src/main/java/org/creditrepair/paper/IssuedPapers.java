package org.creditrepair.paper;

import java.util.Optional;
import org.creditrepair.storage.BusinessRowMapper;
import org.creditrepair.storage.RecordParameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The papers that were issued, with their files. */
@Repository
class IssuedPapers {

    private static final BusinessRowMapper<IssuedPaper> PAPER =
            BusinessRowMapper.of(IssuedPaper.class);

    private static final String SELECT =
            """
            select code, number, region, title, unit, issued_at, sealed, pdf_sha256, ofd_sha256
            from issued_paper where\s""";

    private final JdbcClient jdbc;

    IssuedPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<IssuedPaper> byNumber(String number) {
        return jdbc.sql(SELECT + "number = ?").param(number).query(PAPER).optional();
    }

    Optional<IssuedPaper> byCode(String code) {
        return jdbc.sql(SELECT + "code = ?").param(code).query(PAPER).optional();
    }

    byte[] file(IssuedPaper paper, PaperFormat format) {
        String column =
                switch (format) {
                    case PDF -> "pdf";
                    case OFD -> "ofd";
                };
        return jdbc.sql("select " + column + " from issued_paper where code = ?")
                .param(paper.code())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException if there is one of the same number
     */
    void insert(IssuedPaper paper, byte[] pdf, byte[] ofd) {
        jdbc.sql(
                        """
                        insert into issued_paper (code, number, region, title, unit, issued_at,
                            sealed, pdf, pdf_sha256, ofd, ofd_sha256)
                        values (:code, :number, :region, :title, :unit, :issuedAt, :sealed, :pdf,
                            :pdfSha256, :ofd, :ofdSha256)""")
                .paramSource(RecordParameters.of(paper).with("pdf", pdf).with("ofd", ofd))
                .update();
    }
}

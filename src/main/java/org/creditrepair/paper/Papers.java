package org.creditrepair.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.paper.press.OfdPress;
import org.creditrepair.storage.KeyedLocks;
import org.creditrepair.vocabulary.CopiedCode;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Issues papers of units (文书签发): made once, sealed and signed in both formats, and kept, so that
 * everybody gets the same files and anybody can check them.
 */
@Service
public class Papers {

    private static final int CODE_LENGTH = 16;

    private final KeyedLocks making = new KeyedLocks();
    private final IssuedPapers issued;
    private final SealKeys keys;
    private final SealPicture pictures;
    private final OfdPress ofdPress;
    private final PaperProperties properties;
    private final BusinessClock clock;
    private final Environment environment;

    Papers(
            IssuedPapers issued,
            SealKeys keys,
            SealPicture pictures,
            OfdPress ofdPress,
            PaperProperties properties,
            BusinessClock clock,
            Environment environment) {
        this.issued = issued;
        this.keys = keys;
        this.pictures = pictures;
        this.ofdPress = ofdPress;
        this.properties = properties;
        this.clock = clock;
        this.environment = environment;
    }

    /**
     * A paper that is to be issued.
     *
     * @param number id of the document, unique
     * @param seal {@code {region}-{unit}}; null if nobody of the region signs it
     * @param unit name of the unit as the paper is signed with it, a line of its own
     */
    public record Draft(
            String number,
            RegionCode region,
            @Nullable String seal,
            String unit,
            String title,
            OffsetDateTime issuedAt) {}

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Files(byte[] pdf, byte[] ofd, boolean sealed) {}

    /**
     * A file of a paper, which is issued first if it was not yet.
     *
     * @param print makes the PDF file with a mark on it
     */
    public byte[] file(Draft draft, PaperFormat format, Function<CheckMark, byte[]> print) {
        IssuedPaper paper =
                issued.byNumber(draft.number()).orElseGet(() -> issueOnce(draft, print));
        return issued.file(paper, format);
    }

    /** A file in another format than PDF, neither sealed nor kept. */
    public byte[] plain(byte[] pdf, PaperFormat format) {
        return switch (format) {
            case PDF -> pdf;
            case OFD -> ofdPress.of(pdf);
        };
    }

    /** The paper with a code (验证码), however it is written; empty if there is none. */
    public Optional<IssuedPaper> byCode(String code) {
        return issued.byCode(code.strip().toUpperCase(java.util.Locale.ROOT));
    }

    private String checkAddress() {
        return properties
                .checkAddress()
                .replace("{port}", environment.getProperty("local.server.port", ""));
    }

    /** Whoever asks for a paper while it is being made waits for it, on this node. */
    private IssuedPaper issueOnce(Draft draft, Function<CheckMark, byte[]> print) {
        return making.locked(
                draft.number(),
                () -> issued.byNumber(draft.number()).orElseGet(() -> issue(draft, print)));
    }

    private IssuedPaper issue(Draft draft, Function<CheckMark, byte[]> print) {
        String code = CopiedCode.random(CODE_LENGTH);
        byte[] pdf = print.apply(new CheckMark(code, checkAddress()));
        Files files = seal(draft, pdf);
        IssuedPaper paper =
                new IssuedPaper(
                        code,
                        draft.number(),
                        draft.region(),
                        draft.title(),
                        draft.unit(),
                        draft.issuedAt(),
                        files.sealed(),
                        DigestUtils.sha256Hex(files.pdf()),
                        DigestUtils.sha256Hex(files.ofd()));
        try {
            issued.insert(paper, files.pdf(), files.ofd());
            return paper;
        } catch (DuplicateKeyException issuedMeanwhile) {
            return issued.byNumber(draft.number()).orElseThrow(() -> issuedMeanwhile);
        }
    }

    private Files seal(Draft draft, byte[] pdf) {
        byte[] ofd = ofdPress.of(pdf);
        String seal = draft.seal();
        Optional<SealKey> pdfKey = seal == null ? Optional.empty() : keys.ofPdf(seal);
        Optional<SealKey> ofdKey = seal == null ? Optional.empty() : keys.ofOfd(seal);
        if (seal == null || pdfKey.isEmpty() || ofdKey.isEmpty()) {
            return new Files(pdf, ofd, false);
        }
        byte[] picture = pictures.of(seal, draft.unit());
        SealSpot spot = spot(draft, pdf);
        return new Files(
                PdfSealer.seal(pdf, pdfKey.get(), picture, spot, clock.now()),
                OfdSealer.seal(ofd, ofdKey.get(), draft.unit(), picture, spot),
                true);
    }

    private static SealSpot spot(Draft draft, byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return SealSpot.find(document, draft.unit())
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "文书 "
                                                    + draft.number()
                                                    + " 没有“"
                                                    + draft.unit()
                                                    + "”的署名"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

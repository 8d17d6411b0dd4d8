package org.creditrepair.web.application;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.RegionAccess;
import org.creditrepair.application.model.CaseFile;
import org.creditrepair.application.progress.Applications;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.notice.CaseDocument;
import org.creditrepair.notice.CaseDocuments;
import org.creditrepair.notice.CasePapers;
import org.creditrepair.notice.Commitments;
import org.creditrepair.notice.RecordPapers;
import org.creditrepair.paper.PaperFormat;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.web.shared.CaseAccess;
import org.creditrepair.web.shared.Senders;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "文书", description = "联办申请表、承诺书、受理通知书、补正告知书、决定书和信用修复告知书")
class DocumentController {

    private static final String FORMAT = "文件格式：pdf 或 ofd";
    private static final List<String> FORMATS =
            Arrays.stream(PaperFormat.values()).map(PaperFormat::extension).toList();

    private final CaseDocuments documents;
    private final CasePapers papers;
    private final RecordPapers recordPapers;
    private final Commitments commitments;
    private final Applications applications;
    private final RecordRegister register;
    private final Catalog catalog;
    private final RegionAccess access;
    private final CaseAccess cases;

    DocumentController(
            CaseDocuments documents,
            CasePapers papers,
            RecordPapers recordPapers,
            Commitments commitments,
            Applications applications,
            RecordRegister register,
            Catalog catalog,
            RegionAccess access,
            CaseAccess cases) {
        this.cases = cases;
        this.documents = documents;
        this.papers = papers;
        this.recordPapers = recordPapers;
        this.commitments = commitments;
        this.applications = applications;
        this.register = register;
        this.catalog = catalog;
        this.access = access;
    }

    record CommitmentView(List<String> clauses) {}

    record DocumentView(
            String id,
            CaseDocument.Kind kind,
            String title,
            int itemNo,
            OffsetDateTime issuedAt,
            List<String> formats) {}

    @GetMapping("/regions/{region}/commitment")
    @SecurityRequirements
    @Operation(summary = "信用承诺的内容", description = "申请时须作出的信用承诺，逐条列出")
    CommitmentView commitment(@PathVariable RegionCode region) {
        return new CommitmentView(commitments.clauses(catalog.region(region).code()));
    }

    @GetMapping("/applications/{applicationNo}/documents")
    @Operation(summary = "申请的文书")
    List<DocumentView> documents(@PathVariable String applicationNo) {
        return documents.documentsOf(file(applicationNo)).stream()
                .map(
                        document ->
                                new DocumentView(
                                        document.id(),
                                        document.kind(),
                                        document.kind().title(),
                                        document.itemNo(),
                                        document.issuedAt(),
                                        FORMATS))
                .toList();
    }

    @GetMapping("/applications/{applicationNo}/documents/{id}")
    @Operation(summary = "下载一份文书")
    ResponseEntity<byte[]> document(
            @PathVariable String applicationNo,
            @PathVariable String id,
            @Parameter(description = FORMAT) @RequestParam(defaultValue = "pdf") String format) {
        PaperFormat wanted = format(format);
        return file(papers.file(file(applicationNo), id, wanted), applicationNo + "-" + id, wanted);
    }

    @GetMapping("/regions/{region}/records/{recordNo}/repair-notice")
    @Operation(
            summary = "信用修复告知书",
            description = "与行政处罚决定书同步送达（两书同达）；地区文件免予送达的处罚种类（如呼和浩特的警告、通报批评）除外")
    ResponseEntity<byte[]> repairNotice(
            @PathVariable RegionCode region,
            @PathVariable String recordNo,
            @Parameter(description = FORMAT) @RequestParam(defaultValue = "pdf") String format) {
        PaperFormat wanted = format(format);
        return file(
                recordPapers.repairNotice(signed(region, recordNo), wanted),
                "信用修复告知书-" + recordNo,
                wanted);
    }

    @GetMapping("/regions/{region}/records/{recordNo}/revocation/document")
    @Operation(summary = "撤销修复决定书", description = "修复已被撤销的，由认定单位出具")
    ResponseEntity<byte[]> revocation(
            @PathVariable RegionCode region,
            @PathVariable String recordNo,
            @Parameter(description = FORMAT) @RequestParam(defaultValue = "pdf") String format) {
        PaperFormat wanted = format(format);
        return file(
                recordPapers.revocation(own(region, recordNo), wanted),
                "撤销信用修复决定书-" + recordNo,
                wanted);
    }

    /** A record that the account's unit answers for. */
    private DishonestyRecord own(RegionCode region, String recordNo) {
        Account account = access.require(region, Role.UNIT);
        Region served = catalog.region(region);
        DishonestyRecord record =
                register.find(served.code(), recordNo)
                        .orElseThrow(
                                () ->
                                        RefusedException.notFound(
                                                "recordNo", "本地区未归集此失信信息：" + recordNo));
        if (!register.isAnsweredBy(Senders.of(account, served), record)) {
            throw RefusedException.forbidden("recordNo", "只有该信息的认定单位可以出具");
        }
        return record;
    }

    /**
     * A record that the account's unit decided about: it signs what is served with its decision.
     */
    private DishonestyRecord signed(RegionCode region, String recordNo) {
        DishonestyRecord record = own(region, recordNo);
        Set<String> units = access.require(region, Role.UNIT).unitsIn(catalog.region(region));
        recordPapers
                .signer(record)
                .filter(signer -> !units.contains(signer.code()))
                .ifPresent(
                        signer -> {
                            throw RefusedException.forbidden(
                                    "recordNo", "由作出决定的单位制发：" + signer.name());
                        });
        return record;
    }

    private CaseFile file(String applicationNo) {
        CaseFile file = applications.byNumber(applicationNo);
        cases.requireReader(file);
        return file;
    }

    private static PaperFormat format(String format) {
        return Arrays.stream(PaperFormat.values())
                .filter(one -> one.extension().equals(format))
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid("format", "INVALID", "取值须为 pdf 或 ofd"));
    }

    private static ResponseEntity<byte[]> file(byte[] content, String name, PaperFormat format) {
        return ResponseEntity.ok()
                .contentType(format.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + "." + format.extension(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}

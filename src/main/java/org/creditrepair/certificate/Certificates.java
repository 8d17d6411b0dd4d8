package org.creditrepair.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.lang3.EnumUtils;
import org.creditrepair.application.material.Materials;
import org.creditrepair.application.model.StoredMaterial;
import org.creditrepair.certificate.CertificateFetch.Outcome;
import org.creditrepair.certificate.CertificateLibrary.Document;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.problem.Violation;
import org.creditrepair.problem.Violations;
import org.creditrepair.registry.record.CitizenId;
import org.creditrepair.registry.record.Uscc;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches certificates (调取电子证照) and keeps them as materials. */
@Service
public class Certificates {

    private static final Logger log = LoggerFactory.getLogger(Certificates.class);

    private final CertificateLibrary library;
    private final CertificateRegister register;
    private final RecordRegister records;
    private final Materials materials;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    Certificates(
            CertificateLibrary library,
            CertificateRegister register,
            RecordRegister records,
            Materials materials,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.library = library;
        this.register = register;
        this.records = records;
        this.materials = materials;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was fetched and is kept as a material. */
    public record Fetched(
            CertificateKind kind,
            @Nullable String certificateNo,
            Stated stated,
            StoredMaterial material) {}

    /** The kinds that can be fetched; none where no library is connected. */
    public List<CertificateKind> fetchable() {
        return library.isConnected() ? List.of(CertificateKind.values()) : List.of();
    }

    /** The fetches behind some materials. */
    public List<CertificateFetch> ofMaterials(List<String> materialIds) {
        return register.ofMaterials(materialIds);
    }

    /**
     * Fetches a certificate. Never within a transaction: the library may take its time.
     *
     * @param account that asks and will own the material
     * @param most requests, and unused materials, of the account within a day
     * @throws RefusedException if a field is wrong, the record is another's, the account has asked
     *     too often, the holder has no such certificate, or the library does not answer
     */
    public Fetched fetch(RegionCode region, CertificateForm form, String account, int most) {
        if (register.countSince(account, clock.now().minusDays(1)) >= most) {
            throw RefusedException.conflict("kind", "QUOTA", "一日内调取电子证照不能超过 " + most + " 次");
        }
        CertificateKind kind = checked(region, form);
        String holder = String.valueOf(form.uscc());
        Optional<Document> found;
        try {
            found = library.fetch(kind, holder, form.recordNo());
        } catch (IOException e) {
            log.warn("{} {}", kind, e.getMessage());
            enter(region, kind, form, account, Outcome.UNAVAILABLE, null, null);
            throw RefusedException.unavailable("电子证照库暂时无法调取，请上传材料");
        }
        if (found.isEmpty()) {
            enter(region, kind, form, account, Outcome.NONE, null, null);
            throw RefusedException.notFound("kind", "证照库中没有" + kind.text() + "，请上传材料");
        }
        try {
            return kept(region, kind, form, account, most, found.get());
        } catch (RefusedException e) {
            if (e.kind() != RefusedException.Kind.INVALID) {
                throw e;
            }
            log.warn("{} {}", kind, e.getMessage());
            enter(region, kind, form, account, Outcome.UNAVAILABLE, null, null);
            throw RefusedException.unavailable("电子证照库给出的文件不能使用，请上传材料");
        }
    }

    /** Keeps a document and enters it, both or neither. */
    private Fetched kept(
            RegionCode region,
            CertificateKind kind,
            CertificateForm form,
            String account,
            int most,
            Document document) {
        return transaction.execute(
                status -> {
                    StoredMaterial material = keep(kind, document, account, most);
                    enter(
                            region,
                            kind,
                            form,
                            account,
                            Outcome.FETCHED,
                            document.number(),
                            material.id());
                    return new Fetched(kind, document.number(), document.stated(), material);
                });
    }

    private CertificateKind checked(RegionCode region, CertificateForm form) {
        List<Violation> wrong = new ArrayList<>();
        String holder = String.valueOf(form.uscc());
        CertificateKind kind = EnumUtils.getEnum(CertificateKind.class, form.kind());
        if (kind == null) {
            wrong.add(
                    Violation.invalid(
                            "kind", "取值须为 " + Arrays.toString(CertificateKind.values()) + " 之一"));
        }
        if (!Uscc.isWellFormed(holder) && !CitizenId.isWellFormed(holder)) {
            wrong.add(Violation.invalid("uscc", Uscc.FORM_TEXT));
        }
        if (!Boolean.TRUE.equals(form.consent())) {
            wrong.add(new Violation("consent", "REQUIRED", "须经持证主体同意方可调取"));
        }
        if (kind == CertificateKind.FULFILMENT_PROOF && Violations.isBlank(form.recordNo())) {
            wrong.add(Violation.required("recordNo"));
        }
        if (!wrong.isEmpty()) {
            throw RefusedException.invalid(wrong);
        }
        if (!Violations.isBlank(form.recordNo())
                && records.find(region, String.valueOf(form.recordNo()))
                        .filter(record -> record.party().subject().code().value().equals(holder))
                        .isEmpty()) {
            throw RefusedException.invalid("recordNo", "OTHER_SUBJECT", "该主体没有此失信信息");
        }
        if (records.displayedOf(region, holder).isEmpty()) {
            throw RefusedException.notFound("uscc", "该主体在本地区没有公示的失信信息，不能调取");
        }
        return Objects.requireNonNull(kind);
    }

    private StoredMaterial keep(
            CertificateKind kind, Document document, String account, int mostUnused) {
        try {
            return materials.store(
                    kind.text() + "（电子证照）",
                    new ByteArrayInputStream(document.content()),
                    account,
                    mostUnused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void enter(
            RegionCode region,
            CertificateKind kind,
            CertificateForm form,
            String account,
            Outcome outcome,
            @Nullable String certificateNo,
            @Nullable String materialId) {
        register.enter(
                region,
                new CertificateFetch(
                        kind,
                        String.valueOf(form.uscc()),
                        form.recordNo(),
                        account,
                        clock.now(),
                        outcome,
                        certificateNo,
                        materialId));
    }
}

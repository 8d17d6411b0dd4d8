package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.creditrepair.Api;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The papers of a case as files: their form, their seals, and what anybody finds out of them. */
class SealedPaperTest extends ServerStory {

    private static final String UNIT = "呼和浩特市社会信用信息平台网站运行机构";
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final String SIGN = "Doc_0/Signs/Sign_0/";

    private String decided() {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 10)));
        String no = town.applied(town.application(List.of(record)));
        town.completes("credit-center", no + "-1", "acceptance", "CORRECT", "请补充缴款凭证");
        town.triesToCorrect(no, "supplement").done();
        town.completes("credit-center", no + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", no + "-1", "decision", "REPAIR", null);
        town.closedItem(no);
        return no;
    }

    private byte[] file(String no, String id, String format) {
        Api.Answer answer =
                town.portal.get(
                        "/api/v1/applications/%s/documents/%s?format=%s".formatted(no, id, format));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.bytes();
    }

    private List<String> documents(String no) {
        return town.portal
                .get("/api/v1/applications/" + no + "/documents")
                .body()
                .findValuesAsText("id");
    }

    @Test
    void everyDocumentIsAnArchiveFileWhoseSignaturesHold() throws Exception {
        String no = decided();
        for (String id : documents(no)) {
            byte[] pdf = file(no, id, "pdf");
            byte[] ofd = file(no, id, "ofd");
            boolean sealed = !List.of("1-application", "1-receipt", "1-commitment").contains(id);
            if (sealed) {
                Papers.requireSealed(pdf, id);
            } else {
                Papers.requireArchive(pdf, id);
                assertThat(Papers.signer(pdf)).as(id).isNull();
            }
            assertThat(text(ofd)).as(id).isEqualTo(Papers.text(pdf));
            if (sealed) {
                verify(ofd);
            }
        }
    }

    private static X509Certificate certificate(InputStream encoded)
            throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509", PROVIDER).generateCertificate(encoded);
    }

    /**
     * The seal, the signature and what is signed (GB/T 38540), without the library that made them.
     */
    private static void verify(byte[] ofd) throws Exception {
        byte[] listed = entry(ofd, SIGN + "Signature.xml");
        ASN1Sequence signature = ASN1Sequence.getInstance(entry(ofd, SIGN + "SignedValue.dat"));
        assertThat(isSigned(signature)).as("signature").isTrue();
        ASN1Sequence signed = ASN1Sequence.getInstance(signature.getObjectAt(0));
        assertThat(isSigned(ASN1Sequence.getInstance(signed.getObjectAt(1)))).as("seal").isTrue();
        assertThat(octets(signed, 3)).as("what is signed").isEqualTo(digest(listed));
        NodeList files =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(listed))
                        .getElementsByTagName("ofd:Reference");
        assertThat(files.getLength()).isGreaterThan(5);
        for (int i = 0; i < files.getLength(); i++) {
            Element file = (Element) files.item(i);
            String name = file.getAttribute("FileRef").substring(1);
            assertThat(Base64.getEncoder().encodeToString(digest(entry(ofd, name))))
                    .as(name)
                    .isEqualTo(
                            file.getElementsByTagName("ofd:CheckValue").item(0).getTextContent());
        }
    }

    /** Whether the first part is signed by the certificate in the second, with the fourth. */
    private static boolean isSigned(ASN1Sequence parts)
            throws IOException, GeneralSecurityException {
        Signature check = Signature.getInstance("SM3withSM2", PROVIDER);
        check.initVerify(
                certificate(
                        new ByteArrayInputStream(
                                ASN1OctetString.getInstance(parts.getObjectAt(1)).getOctets())));
        check.update(parts.getObjectAt(0).toASN1Primitive().getEncoded(ASN1Encoding.DER));
        return check.verify(octets(parts, 3));
    }

    private static byte[] octets(ASN1Sequence parts, int index) {
        return ASN1BitString.getInstance(parts.getObjectAt(index)).getOctets();
    }

    private static byte[] digest(byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance("SM3", PROVIDER).digest(content);
    }

    private static byte[] entry(byte[] zip, String name) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry one = entries.getNextEntry(); one != null; one = entries.getNextEntry()) {
                if (one.getName().equals(name)) {
                    return entries.readAllBytes();
                }
            }
        }
        throw new AssertionError(name);
    }

    private static String text(byte[] ofd) throws IOException {
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(ofd))) {
            StringBuilder text = new StringBuilder();
            new ContentExtractor(reader).extractAll().forEach(text::append);
            return text.toString().replaceAll("\\s", "");
        }
    }

    @Test
    void aPaperIsMadeOnceAndAnybodyCanCheckIt() {
        String no = decided();
        byte[] pdf = file(no, "1-repair", "pdf");
        assertThat(file(no, "1-repair", "pdf")).isEqualTo(pdf);
        String text = Papers.text(pdf);
        assertThat(text).contains("编号：" + no + "-1-准予").contains("查验真伪");
        String paper = "/api/v1/papers/" + Papers.code(pdf);
        JsonNode found = town.anybody.get(paper).body();
        assertThat(found.path("title").asText()).isEqualTo("准予信用修复决定书");
        assertThat(found.path("standing").asText()).isEqualTo("IN_FORCE");
        assertThat(found.path("unitName").asText()).isEqualTo(UNIT);
        assertThat(found.path("sealed").asBoolean()).isTrue();
        assertThat(found.toString()).doesNotContain("虚构测试").doesNotContain(no);
        assertThat(isUnchanged(paper, pdf)).isTrue();
        assertThat(isUnchanged(paper, file(no, "1-repair", "ofd"))).isTrue();
        byte[] forged = pdf.clone();
        forged[forged.length / 2]++;
        assertThat(isUnchanged(paper, forged)).isFalse();
        assertThat(isUnchanged(paper, file(no, "1-acceptance", "pdf"))).isFalse();
        Api.Answer unknown = town.anybody.get("/api/v1/papers/" + "A".repeat(16));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("不是本平台签发");
    }

    private boolean isUnchanged(String paper, byte[] file) {
        return town.anybody
                .uploadTo(paper + "/checks", "decision.pdf", file)
                .body()
                .path("unchanged")
                .asBoolean();
    }

    private byte[] notice(Map<String, Object> record, String format) {
        Api.Answer answer =
                town.unit("market-regulation")
                        .get(
                                "/api/v1/regions/150100/records/%s/repair-notice?format=%s"
                                        .formatted(record.get("recordNo"), format));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.bytes();
    }

    private String standing(byte[] pdf) {
        return town.anybody
                .get("/api/v1/papers/" + Papers.code(pdf))
                .body()
                .path("standing")
                .asText();
    }

    @Test
    void aRepairNoticeHoldsUntilTheRecordIsCorrectedOrAnnulled() throws Exception {
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10)));
        byte[] first = notice(record, "pdf");
        Papers.requireSealed(first, "repair-notice");
        verify(notice(record, "ofd"));
        assertThat(notice(record, "pdf")).isEqualTo(first);
        assertThat(standing(first)).isEqualTo("IN_FORCE");

        record.put("documentNo", record.get("documentNo") + "（更正）");
        town.collected(record);
        byte[] second = notice(record, "pdf");
        assertThat(Papers.text(second)).contains("（更正）");
        assertThat(standing(first)).isEqualTo("REPLACED");
        assertThat(standing(second)).isEqualTo("IN_FORCE");

        town.unit("market-regulation")
                .post(
                        "/api/v1/regions/150100/results",
                        Map.of(
                                "recordNo",
                                record.get("recordNo"),
                                "platform",
                                "unit",
                                "event",
                                "ANNULLED",
                                "decidedOn",
                                "2026-03-02",
                                "documentNo",
                                "虚构行复〔2026〕3号",
                                "reason",
                                "原处罚决定被撤销"))
                .done();
        await().until(() -> standing(second).equals("REVOKED"));
    }

    /** Whoever comes first makes the paper, and all get the same. */
    @Test
    void aPaperFetchedByManyAtOnceIsIssuedOnce() {
        String no = decided();
        List<CompletableFuture<byte[]>> files =
                Stream.generate(
                                () ->
                                        CompletableFuture.supplyAsync(
                                                () -> file(no, "1-acceptance", "pdf")))
                        .limit(8)
                        .toList();
        byte[] first = files.get(0).join();
        assertThat(files).allSatisfy(one -> assertThat(one.join()).isEqualTo(first));
    }

    /** Nobody comes under a seal by writing a name into a record. */
    @Test
    void onlyTheUnitItselfSignsUnderItsSeal() throws Exception {
        Map<String, Object> record =
                Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10));
        record.put("recordNo", "T" + "9".repeat(43) + Town.uscc() + "Z");
        record.put("authority", "虚构最高 机关\uD83D\uDE00" + "派出机构".repeat(40));
        town.unit("market-regulation")
                .post("/api/v1/regions/150100/records", List.of(record))
                .done();
        byte[] notice = notice(record, "pdf");
        Papers.requireArchive(notice, "repair-notice-unknown");
        assertThat(Papers.signer(notice)).isNull();
        assertThat(
                        town.anybody
                                .get("/api/v1/papers/" + Papers.code(notice))
                                .body()
                                .path("sealed")
                                .asBoolean())
                .isFalse();

        Map<String, Object> ofMarket =
                town.collected(
                        Town.penalty("penalty-market", Town.uscc(), LocalDate.of(2025, 6, 10)));
        for (String other : List.of("development-reform", "tax")) {
            assertThat(
                            town.unit(other)
                                    .get(
                                            "/api/v1/regions/150100/records/%s/repair-notice"
                                                    .formatted(ofMarket.get("recordNo")))
                                    .status())
                    .as(other)
                    .isEqualTo(403);
        }
    }
}

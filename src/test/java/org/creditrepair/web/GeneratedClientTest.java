package org.creditrepair.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import creditrepair.client.ApiClient;
import creditrepair.client.api.DefaultApi;
import creditrepair.client.model.ApplicationForm;
import creditrepair.client.model.DocumentView;
import creditrepair.client.model.ItemForm;
import creditrepair.client.model.MaterialForm;
import creditrepair.client.model.PersonForm;
import creditrepair.client.model.SubjectForm;
import creditrepair.client.model.SubmissionView;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.creditrepair.Npm;
import org.creditrepair.Papers;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Whole cases through clients that are generated of the OpenAPI page: from looking up to the signed
 * decision in hand and both public sites changed.
 */
class GeneratedClientTest extends ServerStory {

    private static final List<String> SITES = List.of("creditchina", "gsxt");
    private static final String SEAL = "CN=信用修复演示专用印章,O=演示环境,C=CN";

    @TempDir private Path directory;
    private String uscc;
    private String recordNo;

    @BeforeEach
    void record() throws Exception {
        uscc = Town.uscc();
        Map<String, Object> record =
                town.collected(Town.penalty("penalty-other", uscc, LocalDate.of(2025, 6, 10)));
        recordNo = record.get("recordNo").toString();
        town.await(true, SITES, recordNo);
        Files.write(directory.resolve("commitment.pdf"), Town.PDF);
    }

    private void handled(String applicationNo) {
        town.completes("credit-center", applicationNo + "-1", "acceptance", "ACCEPT", null);
        town.completes("credit-center", applicationNo + "-1", "decision", "REPAIR", null);
        town.closedItem(applicationNo);
        town.await(false, SITES, recordNo);
    }

    @Test
    void java() throws Exception {
        ApiClient client = new ApiClient();
        client.setBasePath("http://localhost:" + port);
        client.setUsername("150100-portal");
        client.setPassword("150100-portal");
        DefaultApi api = new DefaultApi(client);
        assertThat(api.regionRegions()).extracting("code").contains("150100");
        String materialId =
                api.materialUpload(new FileSystemResource(directory.resolve("commitment.pdf")))
                        .getId();
        ApplicationForm form =
                new ApplicationForm()
                        .subject(new SubjectForm().type("LEGAL_PERSON").name("虚构测试有限公司").uscc(uscc))
                        .contact(new PersonForm().name("虚构联系人").mobile("13800000000"))
                        .addItemsItem(
                                new ItemForm()
                                        .item("penalty-other")
                                        .recordNo(recordNo)
                                        .reason("罚款已缴清，违法行为已改正")
                                        .obligationsFulfilledOn("2025-07-01")
                                        .addMaterialsItem(
                                                new MaterialForm()
                                                        .code("commitment")
                                                        .materialId(materialId)))
                        .commitment(true);
        SubmissionView applied = api.applicationSubmit("150100", form, materialId);
        assertThat(api.applicationSubmit("150100", form, materialId).getApplicationNo())
                .as("sent again under the same key")
                .isEqualTo(applied.getApplicationNo());
        handled(applied.getApplicationNo());
        assertThat(api.applicationProgress(applied.getProgressCode()).getStatus().getValue())
                .isEqualTo("CLOSED");
        List<DocumentView> documents = api.documentDocuments(applied.getApplicationNo());
        assertThat(documents).extracting(DocumentView::getId).contains("1-repair");
        Resource decision = api.documentDocument(applied.getApplicationNo(), "1-repair", "pdf");
        byte[] pdf = decision.getContentAsByteArray();
        assertThat(Papers.signer(pdf)).isEqualTo(SEAL);
        String code = Papers.text(pdf).replaceAll(".*验证码：([2-9A-Z]{16}).*", "$1");
        assertThat(api.paperCheck(code, decision).getUnchanged()).isTrue();
        client.setPassword("wrong");
        HttpClientErrorException refused =
                catchThrowableOfType(
                        HttpClientErrorException.class,
                        () -> api.documentDocuments(applied.getApplicationNo()));
        assertThat(refused.getStatusCode().value()).isEqualTo(401);
    }

    @Test
    void typeScript() throws Exception {
        FileUtils.copyDirectory(
                new File("target/generated-test-sources/typescript"),
                directory.resolve("client").toFile());
        FileUtils.copyDirectory(new File("src/test/resources/client"), directory.toFile());
        Npm.install(directory);
        ran(directory.resolve("node_modules/.bin/tsc").toString(), "-p", ".");
        String applicationNo = story("apply", uscc, recordNo).strip();
        handled(applicationNo);
        story("documents", applicationNo);
        assertThat(Papers.signer(Files.readAllBytes(directory.resolve("decision.pdf"))))
                .isEqualTo(SEAL);
    }

    private String story(String step, String... what) throws InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "node",
                                "out/story.js",
                                step,
                                "http://localhost:" + port,
                                "150100-portal"));
        command.addAll(List.of(what));
        return ran(command.toArray(String[]::new));
    }

    private String ran(String... command) throws InterruptedException {
        Npm.Output output = Npm.run(directory, List.of(command));
        assertThat(output.code()).as(output.text()).isZero();
        return output.text();
    }
}

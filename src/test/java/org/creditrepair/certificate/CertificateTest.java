package org.creditrepair.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.EnumUtils;
import org.creditrepair.Api;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.creditrepair.registry.record.Uscc;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** 电子证照: fetched from the sandbox's library over HTTP. */
class CertificateTest extends ServerStory {

    private static final String ADDRESS = "/api/v1/regions/150100/certificates";
    private static final String FIRST17 = "91150100MA0XG0001";
    private static final String HOLDER = FIRST17 + Uscc.checkCharacter(FIRST17);

    private static Map<String, Object> wanted(String kind, String uscc) {
        Map<String, Object> form = new HashMap<>();
        form.put("kind", kind);
        form.put("uscc", uscc);
        form.put("consent", true);
        return form;
    }

    @Test
    void whatIsFetchedWithConsentIsAMaterialWhoseOriginTheCaseTells() {
        Api.Answer fetched = town.portal.post(ADDRESS, wanted("REGISTRATION", HOLDER));
        assertThat(fetched.status()).as(fetched.text()).isEqualTo(201);
        assertThat(fetched.body().path("name").asText()).isEqualTo("营业执照（登记证书）");
        assertThat(fetched.body().path("address").asText()).isEqualTo("虚构路 1 号");
        assertThat(fetched.body().path("legalRepresentative").asText()).isEqualTo("虚构负责人");
        String materialId = fetched.body().path("materialId").asText();
        Map<String, Object> record =
                town.collected(
                        Town.penalty("penalty-other", Town.uscc(), LocalDate.of(2025, 6, 2)));
        Map<String, Object> application =
                town.application(
                        record,
                        Map.of(
                                "materials",
                                List.of(Map.of("code", "identity", "materialId", materialId))));
        String no = town.applied(application);
        Api.Answer told = town.supervisor.get("/api/v1/applications/" + no + "/certificates");
        assertThat(told.body()).hasSize(1);
        assertThat(told.body().get(0).path("account").asText()).isEqualTo("150100-portal");
        assertThat(told.body().get(0).path("certificateNo").asText())
                .isEqualTo("DEMO-REGISTRATION-" + HOLDER);
        assertThat(
                        town.supervisor
                                .as("620000-supervisor")
                                .get("/api/v1/applications/" + no + "/certificates")
                                .status())
                .as("of another region")
                .isEqualTo(404);
    }

    @Test
    void withoutConsentOrAboutAnotherNothingIsAsked() {
        Map<String, Object> silent = wanted("REGISTRATION", HOLDER);
        silent.remove("consent");
        assertThat(town.portal.post(ADDRESS, silent).error("consent")).isEqualTo("REQUIRED");
        assertThat(town.portal.post(ADDRESS, wanted("commitment", HOLDER)).error("kind"))
                .isEqualTo("INVALID");
        assertThat(town.portal.post(ADDRESS, wanted("FULFILMENT_PROOF", HOLDER)).text())
                .contains("recordNo");
        Map<String, Object> foreign = wanted("FULFILMENT_PROOF", Town.uscc());
        foreign.put("recordNo", "DEMO-150100-01");
        assertThat(town.portal.post(ADDRESS, foreign).text()).contains("OTHER_SUBJECT");
        assertThat(
                        town.portal
                                .as("150100-market-regulation")
                                .post(ADDRESS, wanted("REGISTRATION", HOLDER))
                                .status())
                .isEqualTo(403);
        assertThat(
                        town.portal
                                .as("620000-portal")
                                .post(ADDRESS, wanted("REGISTRATION", HOLDER))
                                .status())
                .isEqualTo(404);
        assertThat(fetches(HOLDER, "NONE") + fetches(HOLDER, "UNAVAILABLE")).isZero();
        String mobile = "13800007801";
        town.anybody.post("/api/v1/regions/150100/mobile-codes", Map.of("mobile", mobile)).done();
        String token =
                town.anybody
                        .post(
                                "/api/v1/regions/150100/mobile-logins",
                                Map.of("mobile", mobile, "code", town.codeSentTo(mobile)))
                        .body()
                        .path("token")
                        .asText();
        assertThat(
                        town.anybody
                                .withToken(token)
                                .post(ADDRESS, wanted("REGISTRATION", HOLDER))
                                .status())
                .as("a mobile alone is nobody's proof of being the holder")
                .isEqualTo(403);
    }

    @Test
    void theLibraryHasNoneOrIsDownAndTheApplicantUploads() {
        String unknown = Town.uscc();
        assertThat(town.portal.post(ADDRESS, wanted("REGISTRATION", unknown)).text())
                .as("nothing to repair")
                .contains("没有公示的失信信息");
        town.collected(Town.penalty("penalty-other", unknown, LocalDate.of(2025, 6, 10)));
        assertThat(town.portal.post(ADDRESS, wanted("REGISTRATION", unknown)).text())
                .contains("证照库中没有");
        town.behave("certificates", "FAILING");
        Api.Answer down = town.portal.post(ADDRESS, wanted("REGISTRATION", unknown));
        town.behave("certificates", "NORMAL");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).contains("请上传材料");
        assertThat(fetches(unknown, "NONE")).isEqualTo(1);
        assertThat(fetches(unknown, "UNAVAILABLE")).isEqualTo(1);
    }

    @Test
    void nobodyAsksTheLibraryWithoutEnd() {
        jdbc.sql(
                        """
                        insert into certificate_fetch
                            (region, kind, holder, account, fetched_at, outcome)
                        select '150300', 'REGISTRATION', 'none', '150300-portal', ?, 'NONE'
                        from system_range(1, 500)""")
                .param(OffsetDateTime.now(ZoneOffset.UTC).plusYears(1))
                .update();
        assertThat(
                        town.portal
                                .as("150300-portal")
                                .post(
                                        "/api/v1/regions/150300/certificates",
                                        wanted("REGISTRATION", HOLDER))
                                .error("kind"))
                .isEqualTo("QUOTA");
    }

    @Test
    void whatARegionMayAskForIsWhatCanBeFetched() throws IOException {
        assertThat(
                        new ObjectMapper()
                                .readTree(
                                        new ClassPathResource("regions/region-schema.json")
                                                .getInputStream())
                                .findValue("certificate")
                                .path("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        EnumUtils.getEnumList(CertificateKind.class).stream()
                                .map(Enum::name)
                                .toList());
    }

    private int fetches(String holder, String outcome) {
        return jdbc.sql("select count(*) from certificate_fetch where holder = ? and outcome = ?")
                .params(holder, outcome)
                .query(Integer.class)
                .single();
    }
}

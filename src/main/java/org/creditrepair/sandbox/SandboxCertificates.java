package org.creditrepair.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.creditrepair.paper.press.PdfPress;
import org.creditrepair.sandbox.data.SandboxPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/**
 * The library of certificates (电子证照库) of the sandbox: it knows the subjects of the demo's records
 * and makes their certificates when asked.
 */
@RestController
@Profile("demo")
class SandboxCertificates {

    static final String PLATFORM = "certificates";

    private static final String SECRET = "Bearer demo-certificates";
    private static final Map<String, String> NAMES =
            Map.of("REGISTRATION", "营业执照", "IDENTITY_CARD", "居民身份证", "FULFILMENT_PROOF", "履行证明");

    private final SandboxPlatforms platforms;
    private final SandboxPeople people;
    private final PdfPress press;

    SandboxCertificates(SandboxPlatforms platforms, SandboxPeople people, PdfPress press) {
        this.platforms = platforms;
        this.people = people;
        this.press = press;
    }

    record Wanted(String kind, String holder, @Nullable String recordNo) {}

    @PostMapping("/sandbox/certificates")
    ResponseEntity<byte[]> certificate(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String shown,
            @RequestBody Wanted wanted) {
        if (!shown.equals(SECRET)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        if (platforms.mode(PLATFORM) != Mode.NORMAL) {
            return ResponseEntity.internalServerError().build();
        }
        return people.byLogin(wanted.holder())
                .map(
                        holder -> {
                            String number = "DEMO-" + wanted.kind() + "-" + wanted.holder();
                            byte[] paper =
                                    press.print(
                                            "certificate",
                                            model -> {
                                                model.setVariable("name", NAMES.get(wanted.kind()));
                                                model.setVariable("number", number);
                                                model.setVariable("holder", holder.subject());
                                                model.setVariable("code", holder.code());
                                                model.setVariable("recordNo", wanted.recordNo());
                                            });
                            ResponseEntity.BodyBuilder found =
                                    ResponseEntity.ok()
                                            .contentType(MediaType.APPLICATION_PDF)
                                            .header("Certificate-Number", number);
                            if (wanted.kind().equals("REGISTRATION")) {
                                found.header("Certificate-Address", encoded("虚构路 1 号"))
                                        .header(
                                                "Certificate-Legal-Representative",
                                                encoded(holder.name()));
                            }
                            return found.body(paper);
                        })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}

package org.creditrepair.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/**
 * Draws every model into {@code target/models}. The pictures in {@code src/docs/models} must be of
 * the models as they are: copy the drawn ones there after a change, and look at them.
 */
class ModelPicturesTest {

    private static final Path DRAWN = Path.of("target", "models");
    private static final Path KEPT = Path.of("src", "docs", "models");
    private static final String VIEWER =
            "META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";
    private static final String DRAW =
            """
            async xml => {
              const viewer = new BpmnJS({container: '#canvas'});
              const {warnings} = await viewer.importXML(xml);
              const {svg} = await viewer.saveSVG();
              const box = viewer.get('canvas').viewbox().inner;
              viewer.destroy();
              return [svg, String(Math.ceil(box.width)), String(Math.ceil(box.height)),
                      warnings.map(w => w.message).join('; ')];
            }""";

    private static Browser browser;
    private static Page page;

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
        }
    }

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open(0);
        page = browser.visitor();
        page.setContent("<div id='canvas' style='width:1920px;height:1080px'></div>");
        page.addScriptTag(
                new Page.AddScriptTagOptions()
                        .setContent(
                                new ClassPathResource(VIEWER)
                                        .getContentAsString(StandardCharsets.UTF_8)));
        Files.createDirectories(DRAWN);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelIsDrawnFitsTheScreenAndItsPictureIsKept(Path file) throws IOException {
        String xml = Files.readString(file);
        @SuppressWarnings("unchecked")
        List<String> drawn = (List<String>) page.evaluate(DRAW, xml);
        String name = file.getFileName().toString().replace(".bpmn", ".svg");
        Files.writeString(DRAWN.resolve(name), drawn.get(0) + "\n<!-- " + sha256(xml) + " -->\n");

        assertThat(drawn.get(3)).as("warnings").isEmpty();
        assertThat(Integer.parseInt(drawn.get(1))).as("width").isLessThanOrEqualTo(1920);
        assertThat(Integer.parseInt(drawn.get(2))).as("height").isLessThanOrEqualTo(1080);
        assertThat(Files.readString(KEPT.resolve(name)))
                .as("the picture is of the model as it is: copy %s to %s", DRAWN, KEPT)
                .contains(sha256(xml));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

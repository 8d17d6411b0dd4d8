package org.creditrepair.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditrepair.Npm;
import org.creditrepair.ServerStory;
import org.creditrepair.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.HtmlUtils;

/** The calls that the sandbox shows run as they stand, from looking up to the paper in hand. */
class SandboxCallsTest extends ServerStory {

    @TempDir private Path directory;

    @Test
    void curl() throws IOException, InterruptedException {
        Npm.require("curl");
        runs("curl", "calls.sh", "", "bash", "-e");
    }

    @Test
    void javaScript() throws IOException, InterruptedException {
        Npm.require("node");
        runs("JavaScript", "calls.mjs", "", "node");
    }

    @Test
    void java() throws IOException, InterruptedException {
        runs("Java", "calls.jsh", "/exit\n", System.getProperty("java.home") + "/bin/jshell", "-s");
    }

    private void runs(String language, String file, String end, String... command)
            throws IOException, InterruptedException {
        String uscc = Town.uscc();
        Map<String, Object> record =
                town.collected(Town.penalty("penalty-other", uscc, LocalDate.of(2025, 6, 10)));
        String recordNo = record.get("recordNo").toString();
        String script =
                shown(language)
                        .replace("91150100MA0XG00011", uscc)
                        .replace("DEMO-150100-01", recordNo)
                        .replace("虚构一号建材有限公司", "虚构测试有限公司");
        Files.write(directory.resolve("commitment.pdf"), Town.PDF);
        Files.writeString(directory.resolve(file), script + "\n" + end);
        List<String> all = new ArrayList<>(List.of(command));
        all.add(file);
        Npm.Output output = Npm.run(directory, all);
        assertThat(output.code()).as(output.text()).isZero();
        assertThat(directory.resolve("receipt.pdf"))
                .as(output.text())
                .exists()
                .content(StandardCharsets.ISO_8859_1)
                .startsWith("%PDF");
        assertThat(
                        count(
                                "application_item where record_no = '"
                                        + recordNo
                                        + "' and status = 'SUBMITTED'"))
                .isEqualTo(1);
    }

    /** All calls in a language, one after the other. */
    private String shown(String language) {
        String page = town.anybody.get("/sandbox/calls").text();
        Matcher call =
                Pattern.compile("(?s)<pre[^>]*data-language=\"" + language + "\"[^>]*>(.*?)</pre>")
                        .matcher(page);
        StringBuilder all = new StringBuilder();
        while (call.find()) {
            all.append(HtmlUtils.htmlUnescape(call.group(1))).append("\n\n");
        }
        assertThat(all).as(page).contains("receipt.pdf");
        return all.toString();
    }
}

package org.creditrepair.catalog.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Reads the region files {@code regions/*.yaml}; a wrong file stops the start. */
@Component
public class RegionFiles {

    private final RegionFileCheck check = new RegionFileCheck();
    private final ObjectMapper yaml =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(
                            new SimpleModule()
                                    .addDeserializer(
                                            RegionCode.class,
                                            new StdDelegatingDeserializer<>(new ToRegionCode())))
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    /**
     * @throws IllegalStateException if a file is wrong, naming file, line and reason
     */
    public List<Region> read() {
        try {
            List<Region> regions = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:regions/*.yaml")) {
                regions.add(
                        parse(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return regions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one file.
     *
     * @param name that errors give it
     * @throws IllegalStateException if it is wrong, naming file, line and reason
     */
    public Region parse(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalStateException("地区文件 " + name + "：没有内容");
        }
        try {
            List<String> wrong = check.check(text);
            if (!wrong.isEmpty()) {
                throw new IllegalStateException("地区文件 " + name + String.join("；", wrong));
            }
            return region(yaml.readValue(text, ObjectNode.class));
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null ? "" : " 第 " + e.getLocation().getLineNr() + " 行";
            throw new IllegalStateException("地区文件 " + name + place + "：不是可用的 YAML，或键有重复", e);
        }
    }

    private Region region(ObjectNode file) throws JsonProcessingException {
        file.set("units", yaml.valueToTree(new UnitFamilies(file).units()));
        file.remove("divisions");
        if (file.get("common") instanceof ObjectNode common) {
            file.get("items").forEach(item -> share(common, (ObjectNode) item));
            common.remove(List.of("channels", "phone"));
        }
        return yaml.treeToValue(file, Region.class);
    }

    /** What the document says of all items: channels besides the item's own, and a phone. */
    private static void share(JsonNode common, ObjectNode item) {
        common.path("channels").forEach(item.withArray("channels")::add);
        if (item.path("phone").isNull()) {
            item.set("phone", common.get("phone"));
        }
    }

    private static final class ToRegionCode extends StdConverter<String, RegionCode> {

        @Override
        public RegionCode convert(String value) {
            return new RegionCode(value);
        }
    }
}

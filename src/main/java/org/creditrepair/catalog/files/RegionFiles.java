package org.creditrepair.catalog.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.catalog.RegionPlatform;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.catalog.Unit;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Reads the region files {@code regions/*.yaml}; a wrong file stops the start. */
@Component
public class RegionFiles {

    private final ObjectMapper yaml =
            YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(
                            new SimpleModule()
                                    .addDeserializer(
                                            RegionCode.class,
                                            new StdDelegatingDeserializer<>(new ToRegionCode())))
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    /**
     * @throws IllegalStateException if a file is wrong, naming file, place and reason
     */
    public List<Region> read() {
        try {
            NationalRules national =
                    new NationalRules(
                            yaml.readValue(
                                    new ClassPathResource("rules/national.yaml").getInputStream(),
                                    new TypeReference<List<NationalRules.Rule>>() {}));
            List<Region> regions = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:regions/*.yaml")) {
                Region region =
                        parse(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
                regions.add(region.with(region.items().stream().map(national::complete).toList()));
            }
            return regions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Region parse(String name, String text) {
        try {
            Region region = yaml.readValue(text, Region.class);
            check(region);
            return region;
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null ? "" : " 第 " + e.getLocation().getLineNr() + " 行";
            throw new IllegalStateException(
                    "地区文件 " + name + place + "：" + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("地区文件 " + name + "：" + e.getMessage(), e);
        }
    }

    private static void check(Region region) {
        requireUnique("单位", region.units().stream().map(Unit::code).toList());
        requireUnique("平台", region.platforms().stream().map(RegionPlatform::code).toList());
        requireUnique("修复事项", region.items().stream().map(RepairItem::code).toList());
        for (RepairItem item : region.items()) {
            item.units().forEach(region::unit);
            long undated = item.rules().stream().filter(rules -> rules.from() == null).count();
            if (undated != 1) {
                throw new IllegalArgumentException(item.code() + " 须有且只有一组起始规则（不写 from）");
            }
        }
    }

    private static void requireUnique(String what, List<String> codes) {
        codes.stream()
                .filter(code -> codes.indexOf(code) != codes.lastIndexOf(code))
                .findFirst()
                .ifPresent(
                        code -> {
                            throw new IllegalArgumentException(what + "代码重复：" + code);
                        });
    }

    private static final class ToRegionCode extends StdConverter<String, RegionCode> {
        @Override
        public RegionCode convert(String value) {
            return new RegionCode(value);
        }
    }
}

package org.creditrepair.sandbox.data;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.Unit;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.collection.RecordCollection;
import org.creditrepair.registry.delivery.CollectedRecord;
import org.creditrepair.registry.delivery.DeliveredRow;
import org.creditrepair.registry.delivery.Sender;
import org.creditrepair.registry.record.CitizenId;
import org.creditrepair.registry.record.Uscc;
import org.creditrepair.registry.register.RecordRegister;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The first records of the demo in every region, about subjects that do not exist. */
@Component
@Profile("demo")
@Order(4)
class DemoRecords implements ApplicationRunner {

    private static final String SENDER = "演示数据";

    private final RecordCollection collection;
    private final RecordRegister register;
    private final Catalog catalog;
    private final BusinessClock clock;
    private final Resource file;

    DemoRecords(
            RecordCollection collection,
            RecordRegister register,
            Catalog catalog,
            BusinessClock clock,
            @Value("classpath:demo/records.yaml") Resource file) {
        this.collection = collection;
        this.register = register;
        this.catalog = catalog;
        this.clock = clock;
        this.file = file;
    }

    /** A line of the file. */
    record Line(
            RegionCode region,
            String item,
            String category,
            String type,
            String name,
            String uscc,
            int monthsAgo,
            String field,
            List<String> penaltyTypes,
            String cause) {

        boolean isPerson() {
            return "NATURAL_PERSON".equals(type);
        }

        /** The subject's code with its check character. */
        String code() {
            return uscc + (isPerson() ? CitizenId.checkCharacter(uscc) : Uscc.checkCharacter(uscc));
        }
    }

    static List<Line> lines(Resource file) throws IOException {
        return new YAMLMapper()
                .readValue(file.getInputStream(), new TypeReference<List<Line>>() {});
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<Line> lines = lines(file);
        Map<RegionCode, List<Line>> byRegion =
                lines.stream().collect(Collectors.groupingBy(Line::region));
        byRegion.forEach(
                (region, ofRegion) -> {
                    if (register.find(region, number(region, 1)).isEmpty()) {
                        deliver(region, ofRegion);
                    }
                });
    }

    /** Each record comes from the unit that is responsible for it. */
    private void deliver(RegionCode region, List<Line> lines) {
        Map<String, List<CollectedRecord>> byUnit = new TreeMap<>();
        for (Line line : lines) {
            byUnit.computeIfAbsent(unit(line).code(), unit -> new ArrayList<>())
                    .add(record(line, lines.indexOf(line) + 1));
        }
        byUnit.forEach(
                (unit, records) ->
                        collection.collect(
                                region,
                                records.stream().map(DeliveredRow::of).toList(),
                                Sender.ofUnit(SENDER, unit)));
    }

    private Unit unit(Line line) {
        return catalog.region(line.region())
                .unit(catalog.item(line.region(), line.item()).units().get(0));
    }

    private static String number(RegionCode region, int number) {
        return "DEMO-%s-%02d".formatted(region, number);
    }

    private CollectedRecord record(Line line, int number) {
        LocalDate day = clock.today().minusMonths(line.monthsAgo());
        boolean penalty = line.category().equals("PENALTY");
        return new CollectedRecord(
                number(line.region(), number),
                line.category(),
                line.item(),
                new CollectedRecord.Person(
                        line.type() == null ? "LEGAL_PERSON" : line.type(),
                        line.name(),
                        line.code(),
                        null,
                        null),
                "虚构%s〔%d〕%d号".formatted(penalty ? "罚决" : "列入", day.getYear(), number),
                unit(line).name() + "（演示）",
                day.toString(),
                line.penaltyTypes(),
                line.field(),
                null,
                penalty ? "缴纳罚款并改正违法行为" : "改正违法行为",
                penalty ? null : day.toString(),
                line.cause(),
                null,
                null);
    }
}

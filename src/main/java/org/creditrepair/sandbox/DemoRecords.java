package org.creditrepair.sandbox;

import java.time.LocalDate;
import java.util.List;
import org.creditrepair.calendar.BusinessClock;
import org.creditrepair.catalog.RegionCode;
import org.creditrepair.registry.CollectedRecord;
import org.creditrepair.registry.RecordCollection;
import org.creditrepair.registry.RecordRegister;
import org.creditrepair.registry.Uscc;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first records of the demo, about companies that do not exist. */
@Component
@Profile("demo")
@Order(4)
class DemoRecords implements ApplicationRunner {

    private static final String REGION = "150100";
    private static final String SENDER = "演示数据";

    private final RecordCollection collection;
    private final RecordRegister register;
    private final BusinessClock clock;

    DemoRecords(RecordCollection collection, RecordRegister register, BusinessClock clock) {
        this.collection = collection;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (register.find(new RegionCode(REGION), "DEMO-150100-01").isPresent()) {
            return;
        }
        LocalDate today = clock.today();
        collection.collect(
                REGION,
                List.of(
                        penalty(
                                1,
                                "penalty-other",
                                "虚构一号建材有限公司",
                                today.minusMonths(5),
                                "环境保护",
                                "罚款"),
                        penalty(
                                2,
                                "penalty-market",
                                "虚构二号食品有限公司",
                                today.minusMonths(14),
                                "食品",
                                "罚款"),
                        penalty(
                                3,
                                "penalty-market",
                                "虚构三号商贸有限公司",
                                today.minusMonths(6),
                                "广告",
                                "罚款"),
                        penalty(
                                4,
                                "penalty-other",
                                "虚构四号物流有限公司",
                                today.minusMonths(1),
                                "交通运输",
                                "罚款"),
                        penalty(
                                5,
                                "penalty-market",
                                "虚构五号药房有限公司",
                                today.minusMonths(8),
                                "药品",
                                "罚款"),
                        penalty(
                                6,
                                "penalty-market",
                                "虚构六号广告有限公司",
                                today.minusMonths(9),
                                "广告",
                                "吊销许可证件"),
                        penalty(
                                7,
                                "penalty-other",
                                "虚构一号建材有限公司",
                                today.minusMonths(30),
                                "安全生产",
                                "罚款"),
                        penalty(
                                8,
                                "penalty-other",
                                "虚构八号工贸有限公司",
                                today.minusMonths(40),
                                "税务",
                                "罚款")),
                SENDER);
    }

    private static CollectedRecord penalty(
            int number, String item, String name, LocalDate decidedOn, String field, String type) {
        boolean market = item.equals("penalty-market");
        int company = name.contains("一号") ? 1 : number;
        String first17 = "91150100MA0XG" + "%04d".formatted(company);
        return new CollectedRecord(
                "DEMO-150100-%02d".formatted(number),
                "PENALTY",
                item,
                new CollectedRecord.Person(
                        "LEGAL_PERSON", name, first17 + Uscc.checkCharacter(first17), null),
                "虚构罚决〔%d〕%d号".formatted(decidedOn.getYear(), number),
                market ? "呼和浩特市市场监督管理局（演示）" : "呼和浩特市某行政处罚机关（演示）",
                decidedOn.toString(),
                List.of(type),
                field,
                null,
                "缴纳罚款并改正违法行为",
                null,
                null);
    }
}

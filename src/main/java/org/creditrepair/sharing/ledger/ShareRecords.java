package org.creditrepair.sharing.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.RecordCategory;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.NationalTables;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.clock.BusinessClock;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.RecordsDisplayed;
import org.creditrepair.storage.Json;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens pushes about records and people to the platforms of a region. */
@Service
public class ShareRecords {

    private final Catalog catalog;
    private final PushLedger ledger;
    private final RuleTables tables;
    private final SharingProcess process;
    private final Json json;
    private final BusinessClock clock;

    public ShareRecords(
            Catalog catalog,
            PushLedger ledger,
            RuleTables tables,
            SharingProcess process,
            Json json,
            BusinessClock clock) {
        this.clock = clock;
        this.process = process;
        this.catalog = catalog;
        this.tables = tables;
        this.ledger = ledger;
        this.json = json;
    }

    /** Every platform of the region is to be told of each record. */
    @Transactional
    public void announce(Announcement news) {
        List<PushContent> pushes = new ArrayList<>();
        String first = news.records().get(0).recordNo();
        for (DishonestyRecord record : news.records()) {
            String prefix =
                    record.recordNo().equals(first)
                            ? news.keyPrefix()
                            : news.keyPrefix() + "-" + record.recordNo();
            for (RegionPlatform platform : catalog.region(news.region()).platforms()) {
                if (platform.events().contains(news.event())
                        && concerns(platform, record)
                        && !platform.code().equals(news.source())) {
                    pushes.add(push(news, prefix, platform, record));
                }
            }
        }
        ledger.open(pushes);
    }

    /** The same, in a process of its own that nobody waits for. */
    @Transactional
    public void announceApart(
            String sharingNo,
            PlatformEvent event,
            RegionCode region,
            List<DishonestyRecord> records) {
        announce(new Announcement(sharingNo, event, sharingNo, records));
        process.begin(region, sharingNo);
    }

    /**
     * Records have gone on display: one sharing a batch, and one more for the serious lists in it,
     * which have a limit of their own.
     */
    @EventListener
    void announce(RecordsDisplayed displayed) {
        displayed.records().stream()
                .collect(
                        Collectors.partitioningBy(
                                record -> record.category() == RecordCategory.SERIOUS))
                .values()
                .stream()
                .filter(records -> !records.isEmpty())
                .forEach(
                        records ->
                                announceApart(
                                        displayed.region() + "-listing-" + UUID.randomUUID(),
                                        PlatformEvent.LISTED,
                                        displayed.region(),
                                        records));
    }

    /** What tells a platform the present state of a record that it was told of before. */
    public static PlatformEvent standing(DishonestyRecord record) {
        return switch (record.display().state()) {
            case DISPLAYED -> PlatformEvent.RESTORED;
            case REPAIRED -> PlatformEvent.endOf(record.category());
            case SHIELDED -> PlatformEvent.SHIELDED;
            case TRANSFERRED -> PlatformEvent.TRANSFERRED;
            case ANNULLED -> PlatformEvent.ANNULLED;
            case EXPIRED, NOT_DISPLAYED -> PlatformEvent.EXPIRED;
        };
    }

    /** One platform is told of one record again (重新推送). */
    @Transactional
    public void tellAgain(
            String sharingNo, PlatformEvent event, String platform, DishonestyRecord record) {
        ledger.open(
                List.of(
                        content(
                                sharingNo,
                                event,
                                sharingNo + "-" + record.recordNo(),
                                platform,
                                record,
                                payload(event, record))));
    }

    /**
     * The platforms that gather whole cases are told of one (办件归集), if the region has any.
     *
     * @param reference number of the application, which makes the keys
     * @param content the whole case
     */
    @Transactional
    public void gather(String reference, RegionCode region, Object content) {
        String sharingNo = reference + "-" + PlatformEvent.CASE;
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("event", PlatformEvent.CASE);
        payload.put("region", region.value());
        payload.put("case", content);
        List<PushContent> pushes =
                catalog.region(region).platforms().stream()
                        .filter(platform -> platform.events().contains(PlatformEvent.CASE))
                        .map(
                                platform ->
                                        new PushContent(
                                                reference
                                                        + "-"
                                                        + platform.code()
                                                        + "-"
                                                        + PlatformEvent.CASE,
                                                sharingNo,
                                                platform.code(),
                                                region,
                                                PlatformEvent.CASE,
                                                null,
                                                json.write(payload),
                                                false))
                        .toList();
        if (!pushes.isEmpty()) {
            ledger.open(pushes);
            process.begin(region, sharingNo);
        }
    }

    /**
     * The national site is handed an application on the applicant's behalf (代提交), or told that it
     * is withdrawn or refused; the case does not wait.
     *
     * @param event HANDED_IN or TAKEN_BACK
     * @param application who applies for what and why, with what papers
     */
    @Transactional
    public void handIn(
            String caseKey, PlatformEvent event, DishonestyRecord record, Object application) {
        String sharingNo = caseKey + "-" + event;
        Map<String, Object> payload = payload(event, record);
        payload.put("application", application);
        ledger.open(
                List.of(
                        content(
                                sharingNo,
                                event,
                                caseKey,
                                RegionPlatform.NATIONAL_SITE,
                                record,
                                payload)));
        process.begin(record.region(), sharingNo);
    }

    private PushContent push(
            Announcement news, String prefix, RegionPlatform platform, DishonestyRecord record) {
        Map<String, Object> payload = payload(news.event(), record);
        payload.putAll(news.more());
        if (news.commitment() != null && platform.commitments()) {
            payload.put("commitment", news.commitment());
        }
        if (platform.code().equals(RegionPlatform.REGISTRATION)) {
            payload.put("registeredIn", record.party().subject().code().registeredIn());
            payload.put("endsSpotCheck", !news.event().shows());
        }
        return content(news.sharingNo(), news.event(), prefix, platform.code(), record, payload);
    }

    private PushContent content(
            String sharingNo,
            PlatformEvent event,
            String prefix,
            String platform,
            DishonestyRecord record,
            Map<String, Object> payload) {
        return new PushContent(
                prefix + "-" + platform + "-" + event,
                sharingNo,
                platform,
                record.region(),
                event,
                record.recordNo(),
                json.write(payload),
                false);
    }

    /**
     * The superior of the deciding unit is told of the listings that it watches over (甘肃方案三（四）),
     * the province of registration of what was decided elsewhere (市场监管总局令第107号), others of
     * everything.
     */
    private boolean concerns(RegionPlatform platform, DishonestyRecord record) {
        return switch (platform.code()) {
            case RegionPlatform.SUPERIOR_UNIT -> reportsUpward(record);
            case RegionPlatform.REGISTRATION -> isToldElsewhere(record);
            default -> true;
        };
    }

    private boolean isToldElsewhere(DishonestyRecord record) {
        String registered = record.party().subject().code().registeredIn();
        String path = catalog.item(record.region(), record.item()).path();
        return registered != null
                && !registered.startsWith(catalog.region(record.region()).province())
                && tables.row(
                                NationalTables.ELSEWHERE,
                                new NationalTables.PathOnDay(
                                        RepairPath.of(path).text(), clock.today()))
                        .told();
    }

    private boolean reportsUpward(DishonestyRecord record) {
        String path = catalog.item(record.region(), record.item()).path();
        return tables.row(
                        NationalTables.SUPERIOR,
                        new NationalTables.RecordFacts(
                                RepairPath.of(path).text(), record.category().text()))
                .reportsUpward();
    }

    private static Map<String, Object> payload(PlatformEvent event, DishonestyRecord record) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("event", event);
        payload.put("region", record.region().value());
        payload.put("recordNo", record.recordNo());
        payload.put("category", record.category());
        payload.put("item", record.item());
        payload.put("subjectName", record.party().subject().name());
        payload.put("uscc", record.party().subject().code().value());
        payload.put("documentNo", record.decision().documentNo());
        payload.put("authority", record.decision().authority());
        payload.put("decidedOn", record.decision().decidedOn().toString());
        payload.put("penaltyTypes", record.decision().penaltyTypes());
        payload.put("displayUntil", Objects.toString(record.display().period().endsOn(), null));
        return payload;
    }
}

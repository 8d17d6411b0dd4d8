package org.creditrepair.sharing.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.catalog.model.RepairPath;
import org.creditrepair.catalog.rules.NationalTables;
import org.creditrepair.catalog.rules.RuleTables;
import org.creditrepair.registry.record.DishonestyRecord;
import org.creditrepair.registry.record.RecordsDisplayed;
import org.creditrepair.storage.Json;
import org.creditrepair.vocabulary.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens pushes about records and people to the platforms of a region. */
@Service
public class ShareRecords {

    private static final String NATIONAL_SITE = "creditchina";

    private final Catalog catalog;
    private final PushLedger ledger;
    private final RuleTables tables;
    private final SharingProcess process;
    private final Json json;

    public ShareRecords(
            Catalog catalog,
            PushLedger ledger,
            RuleTables tables,
            SharingProcess process,
            Json json) {
        this.process = process;
        this.catalog = catalog;
        this.tables = tables;
        this.ledger = ledger;
        this.json = json;
    }

    /**
     * Every platform of the region is to be told of each record.
     *
     * @param keyPrefix makes the idempotency keys {@code {prefix}-{platform}-{event}} unique to the
     *     occasion; for all records but the first their numbers are put behind it
     */
    @Transactional
    public void announce(
            String sharingNo,
            PlatformEvent event,
            String keyPrefix,
            RegionCode region,
            List<DishonestyRecord> records) {
        announce(sharingNo, event, keyPrefix, region, records, null);
    }

    /**
     * The same, but for the platform that the news came from.
     *
     * @param source code of that platform; null if it came from none
     */
    @Transactional
    public void announce(
            String sharingNo,
            PlatformEvent event,
            String keyPrefix,
            RegionCode region,
            List<DishonestyRecord> records,
            @Nullable String source) {
        List<PushContent> pushes = new ArrayList<>();
        String first = records.get(0).recordNo();
        for (DishonestyRecord record : records) {
            String prefix =
                    record.recordNo().equals(first)
                            ? keyPrefix
                            : keyPrefix + "-" + record.recordNo();
            for (RegionPlatform platform : catalog.region(region).platforms()) {
                if (platform.events().contains(event)
                        && concerns(platform, record)
                        && !platform.code().equals(source)) {
                    pushes.add(push(sharingNo, event, prefix, platform.code(), record));
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
        announce(sharingNo, event, sharingNo, region, records);
        process.begin(region, sharingNo);
    }

    /** Records have gone on display: one sharing a batch. */
    @EventListener
    void announce(RecordsDisplayed displayed) {
        announceApart(
                displayed.region() + "-listing-" + UUID.randomUUID(),
                PlatformEvent.LISTED,
                displayed.region(),
                displayed.records());
    }

    /** One platform is told of one record again (重新推送). */
    @Transactional
    public void tellAgain(
            String sharingNo, PlatformEvent event, String platform, DishonestyRecord record) {
        ledger.open(
                List.of(
                        push(
                                sharingNo,
                                event,
                                sharingNo + "-" + record.recordNo(),
                                platform,
                                record)));
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
     * The national site is handed a case on the applicant's behalf (代提交); the case does not wait.
     */
    @Transactional
    public void handIn(String caseKey, DishonestyRecord record) {
        String sharingNo = caseKey + "-" + PlatformEvent.HANDED_IN;
        ledger.open(
                List.of(push(sharingNo, PlatformEvent.HANDED_IN, caseKey, NATIONAL_SITE, record)));
        process.begin(record.region(), sharingNo);
    }

    private PushContent push(
            String sharingNo,
            PlatformEvent event,
            String prefix,
            String platform,
            DishonestyRecord record) {
        return new PushContent(
                prefix + "-" + platform + "-" + event,
                sharingNo,
                platform,
                record.region(),
                event,
                record.recordNo(),
                json.write(payload(event, record)),
                false);
    }

    /** The superior of the deciding unit is told of listings that it watches over (甘肃方案三（四）). */
    private boolean concerns(RegionPlatform platform, DishonestyRecord record) {
        return !platform.code().equals(RegionPlatform.SUPERIOR_UNIT) || reportsUpward(record);
    }

    private boolean reportsUpward(DishonestyRecord record) {
        String path = catalog.item(record.region(), record.item()).path();
        return tables.row(
                        NationalTables.SUPERIOR,
                        new NationalTables.RecordFacts(
                                RepairPath.of(path).text(), record.category().text()))
                .reportsUpward();
    }

    /**
     * A person is to be told something by short message.
     *
     * @param unattended whether no process sees to it
     */
    @Transactional
    public void message(
            String sharingNo,
            String keyPrefix,
            RegionCode region,
            String mobile,
            String text,
            boolean unattended) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("event", PlatformEvent.NOTICE);
        payload.put("region", region.value());
        payload.put("mobile", mobile);
        payload.put("text", text);
        ledger.open(
                List.of(
                        new PushContent(
                                keyPrefix + "-" + RegionPlatform.SMS + "-" + PlatformEvent.NOTICE,
                                sharingNo,
                                RegionPlatform.SMS,
                                region,
                                PlatformEvent.NOTICE,
                                null,
                                json.write(payload),
                                unattended)));
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

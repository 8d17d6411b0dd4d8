package org.creditrepair.sharing.ledger;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.creditrepair.catalog.model.PlatformEvent;
import org.creditrepair.catalog.model.RegionPlatform;
import org.creditrepair.storage.Json;
import org.creditrepair.vocabulary.RegionCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens pushes of messages to people (告知), short messages and e-mails, and finds them again. */
@Service
public class SendMessages {

    private final PushLedger ledger;
    private final Json json;

    SendMessages(PushLedger ledger, Json json) {
        this.ledger = ledger;
        this.json = json;
    }

    /**
     * A message to one person.
     *
     * @param platform that carries it
     * @param content what the platform is told besides event and region: receiver and words
     */
    public record Message(
            String keyPrefix, String platform, RegionCode region, Map<String, String> content) {}

    /**
     * @param sharingNo number of the sharing
     * @param unattended whether no process sees to it
     */
    @Transactional
    public void open(String sharingNo, Message message, boolean unattended) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("event", PlatformEvent.NOTICE);
        payload.put("region", message.region.value());
        payload.putAll(message.content);
        ledger.open(
                List.of(
                        new PushContent(
                                key(message.keyPrefix, message.platform),
                                sharingNo,
                                message.platform,
                                message.region,
                                PlatformEvent.NOTICE,
                                null,
                                json.write(payload),
                                unattended)));
    }

    /** How far messages have come, by what they are known by: one push for each that carries it. */
    public Map<String, List<Push>> deliveries(RegionCode region, List<String> keyPrefixes) {
        Map<String, String> prefixes = new HashMap<>();
        for (String prefix : keyPrefixes) {
            RegionPlatform.CARRIERS
                    .keySet()
                    .forEach(platform -> prefixes.put(key(prefix, platform), prefix));
        }
        return ledger.byKeys(region, prefixes.keySet()).stream()
                .collect(
                        Collectors.groupingBy(
                                push -> prefixes.get(push.content().idempotencyKey())));
    }

    private static String key(String prefix, String platform) {
        return prefix + "-" + platform + "-" + PlatformEvent.NOTICE;
    }
}

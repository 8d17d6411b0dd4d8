package org.creditrepair.workflow.limits;

import java.util.List;
import org.creditrepair.sharing.connection.SharingProperties;
import org.creditrepair.sharing.ledger.PushLedger;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.process.NamedInModels;
import org.springframework.stereotype.Component;

/** How far platforms have followed a sharing, as models ask it of the ledger. */
@NamedInModels
@Component("sharing")
public class SharingRouting {

    private final PushLedger ledger;
    private final SharingProperties properties;
    private final CaseLimits limits;

    public SharingRouting(PushLedger ledger, SharingProperties properties, CaseLimits limits) {
        this.ledger = ledger;
        this.properties = properties;
        this.limits = limits;
    }

    /** How far a platform has followed. */
    public String standing(String sharingNo, String platform) {
        return ledger.standing(sharingNo, platform).name();
    }

    /** The platforms that have not followed yet. */
    public List<String> unsettledPlatforms(String sharingNo) {
        return ledger.unsettledPlatformsOf(sharingNo);
    }

    /** 平台同步时限, in working days. */
    public String limit(String region, String sharingNo, String platform) {
        return limits.platform(new RegionCode(region), sharingNo, platform);
    }

    /** 催询间隔: how long a receipt is waited for before it is asked for, as a duration. */
    public String receiptPause() {
        return properties.receiptPause().toString();
    }
}

package org.creditrepair.web;

import org.creditrepair.application.Channel;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.catalog.Region;
import org.creditrepair.catalog.RepairItem;
import org.creditrepair.supervision.Statistics.By;
import org.springframework.stereotype.Component;

/** What people read for the codes that cases are counted by. */
@Component
class MemberNames {

    private final Catalog catalog;

    MemberNames(Catalog catalog) {
        this.catalog = catalog;
    }

    String of(String regionCode, By by, String code) {
        Region region = catalog.region(regionCode);
        return switch (by) {
            case REGION -> region.name();
            case UNIT -> region.unit(code).name();
            case ITEM -> region.item(code).map(RepairItem::name).orElse(code);
            case CHANNEL -> Channel.valueOf(code).text();
        };
    }
}

package org.creditrepair.web.shared;

import org.creditrepair.access.account.Account;
import org.creditrepair.catalog.model.Region;
import org.creditrepair.registry.delivery.Sender;

/** The unit or platform for which an account delivers records. */
public final class Senders {

    private Senders() {}

    public static Sender of(Account account, Region region) {
        return new Sender(account.name(), account.unitsIn(region), account.platformsIn(region));
    }
}

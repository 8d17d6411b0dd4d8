package org.creditrepair.web;

import org.creditrepair.access.Account;
import org.creditrepair.catalog.Region;
import org.creditrepair.registry.Sender;

/** What an account speaks for when it says something about records. */
final class Senders {

    private Senders() {}

    static Sender of(Account account, Region region) {
        return new Sender(account.name(), account.unitsIn(region), account.platformsIn(region));
    }
}

package org.creditrepair.workflow.gate;

import java.util.Set;
import java.util.stream.Collectors;
import org.creditrepair.access.account.Account;
import org.creditrepair.access.account.Account.Role;
import org.creditrepair.access.account.Accounts;
import org.creditrepair.catalog.Catalog;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.vocabulary.RegionCode;
import org.creditrepair.workflow.intervention.Failures;
import org.springframework.stereotype.Component;

/**
 * Lets a supervisor retry what has failed in its regions, as Cockpit asks the engine for it; each
 * retry is entered in the record of the case.
 */
@Component
public class RetryGate {

    private final Accounts accounts;
    private final Catalog catalog;
    private final Failures failures;

    RetryGate(Accounts accounts, Catalog catalog, Failures failures) {
        this.accounts = accounts;
        this.catalog = catalog;
        this.failures = failures;
    }

    /**
     * @param id of a failed job or external task
     * @param count how many retries it is given; at least one
     * @throws RefusedException if nothing of the account's regions has failed there
     */
    void retry(String id, int count) {
        if (count < 1) {
            throw RefusedException.invalid("retries", "RANGE", "重试次数不能小于 1");
        }
        String name = accounts.nameInEngine().orElseThrow();
        Account account = accounts.load(name);
        Set<RegionCode> regions =
                catalog.regions().stream()
                        .filter(region -> account.plays(region, Set.of(Role.SUPERVISOR)))
                        .map(region -> region.code())
                        .collect(Collectors.toSet());
        failures.retryAt(regions, id, name);
    }
}

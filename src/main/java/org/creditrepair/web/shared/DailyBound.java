package org.creditrepair.web.shared;

import java.time.OffsetDateTime;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.creditrepair.access.account.Account;
import org.creditrepair.problem.RefusedException;
import org.creditrepair.storage.KeyedLocks;
import org.creditrepair.web.mapping.RegionClock;
import org.springframework.stereotype.Component;

/**
 * Bounds how often applicants who have no account do something within a day; requests of one
 * applicant take turns, on this node.
 */
@Component
public class DailyBound {

    /** How often. */
    private static final int MOST = 10;

    private final KeyedLocks turns = new KeyedLocks();
    private final RegionClock clock;

    DailyBound(RegionClock clock) {
        this.clock = clock;
    }

    /**
     * What is bounded.
     *
     * @param field of the request that names the mobile
     * @param what is done, with its measure word
     * @param done counts what the account has done since a moment
     */
    public record Bounded(
            String field, String what, ToIntFunction<OffsetDateTime> done, String otherwise) {}

    /**
     * Acts for an account.
     *
     * @throws RefusedException if it is an applicant that has acted often enough today
     */
    public <T> T within(Account account, Bounded bounded, Supplier<T> act) {
        if (account.proof() == null) {
            return act.get();
        }
        return turns.locked(
                account.name(),
                () -> {
                    if (bounded.done.applyAsInt(clock.startOfToday()) >= MOST) {
                        throw RefusedException.conflict(
                                bounded.field,
                                "TOO_MANY",
                                "同一手机一日最多"
                                        + bounded.what.formatted(MOST)
                                        + "，请明日再试或"
                                        + bounded.otherwise);
                    }
                    return act.get();
                });
    }
}

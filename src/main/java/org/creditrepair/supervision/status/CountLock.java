package org.creditrepair.supervision.status;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A database mutex: serializes the transactions that compact or add up counts by a row lock. */
public final class CountLock {

    private CountLock() {}

    /** Waits until nobody else sums up; holds until the transaction ends. */
    public static void take(JdbcClient jdbc) {
        jdbc.sql("select id from tally_turn where id = 1 for update").query(Integer.class).single();
    }
}

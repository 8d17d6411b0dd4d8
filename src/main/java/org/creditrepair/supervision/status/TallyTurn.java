package org.creditrepair.supervision.status;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets one transaction at a time sum up. */
public final class TallyTurn {

    private TallyTurn() {}

    /** Waits until nobody else sums up; holds until the transaction ends. */
    public static void take(JdbcClient jdbc) {
        jdbc.sql("select id from tally_turn where id = 1 for update").query(Integer.class).single();
    }
}

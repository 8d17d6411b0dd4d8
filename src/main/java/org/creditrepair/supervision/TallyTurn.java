package org.creditrepair.supervision;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets one transaction at a time sum up. */
final class TallyTurn {

    private TallyTurn() {}

    /** Waits until nobody else sums up; holds until the transaction ends. */
    static void take(JdbcClient jdbc) {
        jdbc.sql("select id from tally_turn where id = 1 for update").query(Integer.class).single();
    }
}

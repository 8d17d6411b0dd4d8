package org.creditrepair.sharing.connection;

import java.util.List;

/**
 * A page of the records that a platform displays, with a cursor.
 *
 * @param recordNos numbers of the records on display
 * @param next cursor of the next page; null after the last
 */
public record DisplayPage(List<String> recordNos, String next) {

    public DisplayPage {
        recordNos = List.copyOf(recordNos);
    }
}

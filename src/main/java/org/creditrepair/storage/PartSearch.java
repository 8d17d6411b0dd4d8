package org.creditrepair.storage;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Condition of a query for any part of a text. PostgreSQL keeps an index of neighbouring characters
 * for it, so that it costs by what is found; H2 reads all rows.
 */
@Component
public class PartSearch {

    private final boolean indexed;

    PartSearch(DataSource database) {
        try {
            indexed =
                    JdbcUtils.extractDatabaseMetaData(
                            database, data -> data.getDatabaseProductName().equals("PostgreSQL"));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same among few rows, without the index. */
    public static String among(String column) {
        return "position(:part in " + column + ") > 0";
    }

    /**
     * True of rows whose column holds the parameter {@code part}; there is an index of {@code
     * neighbours(column)}.
     */
    public String in(String column) {
        String condition = among(column);
        return indexed ? "neighbours(" + column + ") @> sought(:part) and " + condition : condition;
    }
}

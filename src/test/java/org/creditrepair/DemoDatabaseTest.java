package org.creditrepair;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the demo asks of H2. */
class DemoDatabaseTest extends ServerStory {

    @Autowired private DataSource database;

    @Test
    void noConnectionThatMadeAConstraintEndsBeforeTheServer() throws SQLException {
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        assertThat(pool.getMaxLifetime()).isZero();
        assertThat(pool.getMinimumIdle()).isEqualTo(pool.getMaximumPoolSize());
    }
}

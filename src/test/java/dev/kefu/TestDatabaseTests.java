package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuTest
class TestDatabaseTests {

    @Autowired
    DataSource dataSource;

    @Test
    void runsOnTheDatabaseThatWasAskedFor() throws SQLException {
        var expected = TestDatabase.isPostgres() ? "PostgreSQL" : "H2";

        try (var connection = dataSource.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(expected);
        }
    }
}

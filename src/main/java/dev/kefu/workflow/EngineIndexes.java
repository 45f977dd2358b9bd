package dev.kefu.workflow;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Indexes of ours on the engine's tables. Flyway runs before the engine has any tables, so these scripts are a second
 * migration with a history of its own.
 */
@Component
class EngineIndexes {

    private final DataSource database;

    /** @param engine not used here, but its tables must exist */
    EngineIndexes(DataSource database, ProcessEngine engine) {
        this.database = database;
    }

    void create() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/engine/common", "classpath:db/engine/" + vendor())
                .table("engine_index_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** The name of the folder for this kind of database: {@code h2} or {@code postgresql}. */
    private String vendor() {
        try {
            var address = JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getURL);
            return DatabaseDriver.fromJdbcUrl(address).getId();
        } catch (MetaDataAccessException unreachable) {
            throw new IllegalStateException("The database does not say what kind it is", unreachable);
        }
    }
}

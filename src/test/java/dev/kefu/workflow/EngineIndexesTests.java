package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuTest;
import java.sql.SQLException;
import java.util.Locale;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuTest
class EngineIndexesTests {

    @Autowired DataSource database;

    @Test
    void theEnginesTablesHaveOurIndexesOnEitherDatabase() throws SQLException {
        var found = new TreeSet<String>();

        try (var connection = database.getConnection()) {
            for (var table : new String[] {"ACT_RU_TASK", "ACT_RU_IDENTITYLINK", "ACT_HI_PROCINST"}) {
                var stored = connection.getMetaData().storesLowerCaseIdentifiers() ? table.toLowerCase(Locale.ROOT) : table;
                var indexes = connection.getMetaData().getIndexInfo(null, null, stored, false, true);
                while (indexes.next()) {
                    found.add(String.valueOf(indexes.getString("INDEX_NAME")).toLowerCase(Locale.ROOT));
                }
            }
        }

        assertThat(found).contains("kefu_idx_task_parent", "kefu_idx_identitylink_group", "kefu_idx_procinst_finished");
    }
}

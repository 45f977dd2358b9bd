package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kefu.KefuTest;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuTest
class EngineIndexesTests {

    @Autowired DataSource database;

    @Test
    void theEnginesTablesHaveOurIndexesOnEitherDatabase() throws SQLException {
        var found = indexes("ACT_RU_TASK", "ACT_RU_IDENTITYLINK", "ACT_HI_PROCINST");

        assertThat(found).contains("kefu_idx_task_parent", "kefu_idx_identitylink_group", "kefu_idx_procinst_finished");
    }

    @Test
    void theTasksOfAGroupAreFoundByItsName() throws SQLException {
        try (var connection = database.getConnection()) {
            var table = connection.getMetaData().storesLowerCaseIdentifiers() ? "act_ru_identitylink" : "ACT_RU_IDENTITYLINK";
            var firstColumns = new TreeSet<String>();
            var columns = connection.getMetaData().getIndexInfo(null, null, table, false, true);
            while (columns.next()) {
                if (columns.getInt("ORDINAL_POSITION") == 1) {
                    firstColumns.add(String.valueOf(columns.getString("COLUMN_NAME")).toLowerCase(Locale.ROOT));
                }
            }

            assertThat(firstColumns).contains("group_id_");
        }
    }

    @Test
    void onPostgresTheHistoryHasTheIndexesThatAreReadAndNoOthers() throws SQLException {
        assumeTrue(isPostgres());

        assertThat(indexes("ACT_HI_ACTINST")).containsExactly("act_hi_actinst_pkey", "act_idx_hi_act_inst_procinst",
                "act_idx_hi_act_inst_rm_time", "act_idx_hi_ai_pdefid_end_time");
        assertThat(indexes("ACT_RU_VARIABLE")).contains("kefu_idx_variable_task", "kefu_idx_variable_bytes")
                .doesNotContain("act_idx_variable_task_name_type", "act_idx_var_bytearray", "act_idx_variable_tenant_id");
    }

    private Set<String> indexes(String... tables) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = database.getConnection()) {
            for (var table : tables) {
                var stored = connection.getMetaData().storesLowerCaseIdentifiers() ? table.toLowerCase(Locale.ROOT) : table;
                var indexes = connection.getMetaData().getIndexInfo(null, null, stored, false, true);
                while (indexes.next()) {
                    found.add(String.valueOf(indexes.getString("INDEX_NAME")).toLowerCase(Locale.ROOT));
                }
            }
        }
        return found;
    }

    private boolean isPostgres() throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        }
    }
}

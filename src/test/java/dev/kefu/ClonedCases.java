package dev.kefu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies of an open case with its task, by SQL, as nobody would wait for thousands of starts. They can be listed and looked
 * at like any other; their numbers are of the year 1999, and each is due a second after the one before.
 */
final class ClonedCases {

    private static final String YEAR = "KF-1999-";
    private static final String NUMBER = "'" + YEAR + "' || lpad(cast(x as varchar), 6, '0')";

    private final JdbcClient jdbc;
    private final String caseNumber;

    ClonedCases(JdbcClient jdbc, String caseNumber) {
        this.jdbc = jdbc;
        this.caseNumber = caseNumber;
    }

    void make(int copies) {
        var process = jdbc.sql("select PROC_INST_ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ? and PARENT_ID_ is null")
                .param(caseNumber).query(String.class).single();
        copy("case_file", "case_number = :case", Map.of("CASE_NUMBER", NUMBER), copies);
        copy("return_case", "case_number = :case", Map.of("CASE_NUMBER", NUMBER), copies);
        copy("return_line", "case_number = :case", Map.of("CASE_NUMBER", NUMBER), copies);
        var execution = Map.of("ID_", id("ID_"), "PROC_INST_ID_", id("PROC_INST_ID_"), "ROOT_PROC_INST_ID_", id("ROOT_PROC_INST_ID_"),
                "PARENT_ID_", id("PARENT_ID_"), "BUSINESS_KEY_", "case when BUSINESS_KEY_ is null then null else " + NUMBER + " end");
        copy("ACT_RU_EXECUTION", "PROC_INST_ID_ = :process and PARENT_ID_ is null", execution, copies, process);
        copy("ACT_RU_EXECUTION", "PROC_INST_ID_ = :process and PARENT_ID_ = :process", execution, copies, process);
        copy("ACT_RU_EXECUTION", "PROC_INST_ID_ = :process and PARENT_ID_ <> :process", execution, copies, process);
        copy("ACT_RU_TASK", "PROC_INST_ID_ = :process", Map.of("ID_", id("ID_"), "EXECUTION_ID_", id("EXECUTION_ID_"),
                "PROC_INST_ID_", id("PROC_INST_ID_"), "DUE_DATE_", "dateadd('SECOND', x, DUE_DATE_)"), copies, process);
        copy("ACT_RU_IDENTITYLINK", "TASK_ID_ in (select ID_ from ACT_RU_TASK where PROC_INST_ID_ = :process)",
                Map.of("ID_", id("ID_"), "TASK_ID_", id("TASK_ID_")), copies, process);
    }

    /** Whatever became of them. */
    void remove() {
        jdbc.sql("delete from ACT_RU_IDENTITYLINK where ID_ like '%~%'").update();
        jdbc.sql("delete from ACT_RU_TASK where ID_ like '%~%'").update();
        // Children before those that they hang on
        while (jdbc.sql("delete from ACT_RU_EXECUTION e where e.ID_ like '%~%' and not exists"
                + " (select 1 from ACT_RU_EXECUTION c where c.PARENT_ID_ = e.ID_)").update() > 0) {
            continue;
        }
        List.of("return_line", "return_case", "case_file").forEach(table ->
                jdbc.sql("delete from " + table + " where case_number like '" + YEAR + "%'").update());
    }

    private static String id(String column) {
        return "case when " + column + " is null then null else " + column + " || '~' || x end";
    }

    private void copy(String table, String which, Map<String, String> instead, int copies) {
        copy(table, which, instead, copies, "");
    }

    private void copy(String table, String which, Map<String, String> instead, int copies, String process) {
        var columns = new LinkedHashMap<String, String>();
        jdbc.sql("select column_name from information_schema.columns where table_schema = 'PUBLIC' and table_name = ? order by 1")
                .param(table.toUpperCase(Locale.ROOT)).query(String.class).list()
                .forEach(column -> columns.put(column, instead.getOrDefault(column, column)));
        jdbc.sql("insert into " + table + " (" + String.join(", ", columns.keySet()) + ") select "
                        + columns.values().stream().collect(Collectors.joining(", "))
                        + " from " + table + " cross join system_range(1, :copies) where " + which)
                .param("copies", copies)
                .param("case", caseNumber)
                .param("process", process)
                .update();
    }
}

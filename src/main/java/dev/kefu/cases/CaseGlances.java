package dev.kefu.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A few facts about many cases at once. Asked by the house itself: nobody's rights are looked at. */
@Component
public class CaseGlances {

    private final JdbcClient jdbc;

    CaseGlances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something on a timeline. */
    public record Deed(String caseNumber, String actor, Instant at) {
    }

    /** By case number; cases about no order are not in it. At most some thousand at a time. */
    public Map<String, String> orderNumbers(Collection<String> caseNumbers) {
        var orders = new HashMap<String, String>();
        if (!caseNumbers.isEmpty()) {
            jdbc.sql("""
                            select case_number, order_number from case_file
                            where case_number in (:numbers) and order_number is not null
                            """).param("numbers", caseNumbers)
                    .query((row, number) -> orders.put(row.getString(1), row.getString(2))).list();
        }
        return orders;
    }

    /** What was done in these cases between two moments, both included, in its order. */
    public List<Deed> deeds(Collection<String> caseNumbers, Instant from, Instant until) {
        if (caseNumbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select case_number, actor, happened_at from timeline_entry
                        where case_number in (:numbers) and happened_at between :from and :until order by happened_at, id
                        """)
                .param("numbers", caseNumbers)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Deed(row.getString(1), row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant())).list();
    }
}

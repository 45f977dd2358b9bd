package dev.kefu.crash;

import dev.kefu.whole.Sale;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** What customers bought: each an order and an article of their own, so that every book has one right figure. */
final class Customers {

    private final OffsetDateTime now;

    Customers(OffsetDateTime now) {
        this.now = now;
    }

    /** Delivered yesterday; the freight was 10.00. */
    Sale sale(String number) {
        return sale(number, 0);
    }

    /** Delivered so many days before yesterday. */
    Sale sale(String number, int days) {
        return Sale.delivered(now.minusDays(days)).articles(number + "-")
                .with("customer", Map.of("id", "C-" + number, "name", "王芳", "email", "fang@example.com"));
    }

    static Map<String, Object> asking(String number, String reason, String resolution, Map<?, ?>... lines) {
        return Map.of("orderNumber", number, "reason", reason, "resolution", resolution, "lines", List.of(lines));
    }

    static Map<String, Object> line(int line, int quantity) {
        return Map.of("line", line, "quantity", quantity);
    }

    static Map<String, Object> findings(Map<?, ?>... rows) {
        return Map.of("findings", List.of(rows));
    }

    /** Accepted, and really broken. */
    static Map<String, Object> broken(int line, int accepted) {
        return Map.of("line", line, "accepted", accepted, "refused", 0, "condition", "DAMAGED", "qualityProblem", true);
    }
}

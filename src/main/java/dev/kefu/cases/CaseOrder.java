package dev.kefu.cases;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * The order that a case is about: what was bought and what became of it. Amounts are decimal texts in {@code currency}.
 *
 * @param paid       what was captured
 * @param promised   decided to go back and not paid yet
 * @param refundable what may still be promised
 */
public record CaseOrder(String orderNumber, String currency, OffsetDateTime paidAt, @Nullable OffsetDateTime deliveredAt,
        String paid, String freight, String promised, String refunded, String refundable, String freightRefunded,
        List<Line> lines, List<Parcel> shipments) {

    /**
     * @param returnedQuantity units that came back for good
     * @param openQuantity     units that open cases hold
     * @param paidValue        what the customer really paid for the line
     */
    public record Line(int line, String sku, String name, int quantity, int returnedQuantity, int openQuantity,
            int deliveredQuantity, @Nullable OffsetDateTime deliveredAt, String paidValue, String refunded) {
    }

    /** @param deliveredAt null while it is under way, as far as known */
    public record Parcel(String courier, String trackingNumber, OffsetDateTime shippedAt,
            @Nullable OffsetDateTime deliveredAt, List<Carried> lines) {
    }

    public record Carried(int line, int quantity) {
    }
}

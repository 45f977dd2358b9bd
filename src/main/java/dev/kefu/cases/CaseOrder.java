package dev.kefu.cases;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * The order that a case is about: what was bought and what became of it. Amounts are decimal texts in {@code currency}.
 *
 * @param paid       what was captured
 * @param surcharges what the customer paid in cases besides the order; part of {@code paid}
 * @param promised   decided to go back and not paid yet
 * @param refundable what may still be promised
 */
public record CaseOrder(String orderNumber, String currency, OffsetDateTime paidAt, @Nullable OffsetDateTime deliveredAt,
        String paid, String freight, String surcharges, String promised, String refunded, String refundable, String freightRefunded,
        List<Line> lines, List<Parcel> shipments) {

    /**
     * @param returnedQuantity units that came back for good
     * @param openQuantity     units that open cases hold
     * @param cancelledQuantity units that will never be sent
     * @param unsentQuantity   units that have not left the house, or came back undeliverable, and are still owed
     * @param paidValue        what the customer really paid for the line
     */
    public record Line(int line, String sku, String name, int quantity, int returnedQuantity, int openQuantity,
            int cancelledQuantity, int unsentQuantity, int deliveredQuantity, @Nullable OffsetDateTime deliveredAt, String paidValue, String refunded) {
    }

    /**
     * @param deliveredAt null while it is under way, as far as known, and of a parcel that came back or was lost
     * @param fate        what couriers report of it: {@code UNDER_WAY}, {@code DELIVERED}, {@code RETURNED} or {@code LOST}
     * @param byHouse     whether the house sent it; else only the shop tells it
     */
    public record Parcel(String courier, String trackingNumber, OffsetDateTime shippedAt,
            @Nullable OffsetDateTime deliveredAt, String fate, boolean byHouse, List<Carried> lines) {
    }

    public record Carried(int line, int quantity) {
    }
}

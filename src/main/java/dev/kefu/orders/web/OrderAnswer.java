package dev.kefu.orders.web;

import static dev.kefu.shared.ShopTime.local;

import dev.kefu.cases.CaseStatus;
import dev.kefu.cases.CaseSummary;
import dev.kefu.customers.Contact;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.ShipmentFate;
import dev.kefu.shared.Money;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.lang.Nullable;

/** An order as the department sees it (contract, section 1). Amounts are decimal strings in {@code currency}. */
record OrderAnswer(String orderNumber, Customer customer, @Nullable String channel, String currency,
        OffsetDateTime paidAt, @Nullable OffsetDateTime deliveredAt, String freight, String discount,
        String surcharges, String paid, String promised, String refunded, String refundable, String freightRefunded,
        String surchargesRefunded, String heldBack, List<Line> lines, List<Shipment> shipments, List<Case> cases) {

    record Customer(String id, String name, @Nullable String phone, @Nullable String email, Contact.Address address) {
    }

    record Line(int line, String sku, String name, @Nullable String category, int quantity, int returnedQuantity,
            int openQuantity, int cancelledQuantity, int unsentQuantity, int deliveredQuantity, @Nullable OffsetDateTime deliveredAt, String unitPrice,
            @Nullable String unitCost, String discount, @Nullable Integer weightGrams, String paidValue,
            String refunded, int leftQuantity, String refundable, @Nullable String unitRefund) {
    }

    record Shipment(String courier, String trackingNumber, OffsetDateTime shippedAt,
            @Nullable OffsetDateTime deliveredAt, ShipmentFate fate, @Nullable OffsetDateTime fateAt, boolean byHouse,
            List<LineQuantity> lines) {
    }

    record Case(String caseNumber, String kind, CaseStatus status, @Nullable String outcome, OffsetDateTime openedAt) {
    }

    /**
     * @param who  the consignee as the caller may see them
     * @param zone the shop's, for all times
     */
    static OrderAnswer of(OrderView order, Contact who, List<CaseSummary> cases, ZoneId zone) {
        return new OrderAnswer(order.orderNumber(),
                new Customer(order.customerId(), who.name(), who.phone(), who.email(), who.address()), order.channel(),
                order.currency().getCurrencyCode(), local(order.paidAt(), zone), local(order.deliveredAt(), zone),
                order.freight().decimal(), order.discount().decimal(),
                order.surcharges().decimal(), order.paid().decimal(),
                order.promised().decimal(), order.refunded().decimal(), order.refundable().decimal(),
                order.freightRefunded().decimal(), order.surchargesRefunded().decimal(), order.heldBack().decimal(),
                order.lines().stream().map(line -> line(line, zone)).toList(),
                order.shipments().stream().map(each -> shipment(each, zone)).toList(),
                cases.stream().map(OrderAnswer::caseOf).toList());
    }

    private static Line line(OrderView.Line line, ZoneId zone) {
        return new Line(line.line(), line.sku(), line.name(), line.category(), line.quantity(), line.returnedQuantity(),
                line.openQuantity(), line.cancelledQuantity(), line.unsentQuantity(), line.deliveredQuantity(), local(line.deliveredAt(), zone),
                line.unitPrice().decimal(), decimal(line.unitCost()), line.discount().decimal(), line.weightGrams(),
                line.paidValue().decimal(), line.refunded().decimal(), line.leftQuantity(),
                line.refundable().decimal(), decimal(line.unitRefund()));
    }

    private static Shipment shipment(OrderView.Shipment shipment, ZoneId zone) {
        return new Shipment(shipment.courier(), shipment.trackingNumber(), local(shipment.shippedAt(), zone),
                local(shipment.deliveredAt(), zone), shipment.fate(), local(shipment.fateAt(), zone), shipment.byHouse(),
                shipment.lines());
    }

    private static Case caseOf(CaseSummary file) {
        return new Case(file.caseNumber(), file.kind(), file.status(), file.outcome(), file.openedAt());
    }

    @Nullable
    private static String decimal(@Nullable Money amount) {
        return amount == null ? null : amount.decimal();
    }
}

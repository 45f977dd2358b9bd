package dev.kefu.orders;

import static dev.kefu.shared.ShopTime.local;

import dev.kefu.cases.CaseOrder;
import dev.kefu.cases.CaseOrders;
import dev.kefu.cases.SeenCase;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders as the cases about them show them: goods and money, not who bought them. */
@Component
class OrdersOfCases implements CaseOrders {

    private final Orders orders;
    private final Clock clock;

    OrdersOfCases(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public Optional<CaseOrder> of(SeenCase seen) {
        return Optional.ofNullable(seen.file().orderNumber()).flatMap(orders::find).map(this::shown);
    }

    private CaseOrder shown(OrderView order) {
        return new CaseOrder(order.orderNumber(), order.currency().getCurrencyCode(), local(order.paidAt(), clock),
                local(order.deliveredAt(), clock), order.paid().decimal(), order.freight().decimal(), order.surcharges().decimal(),
                order.promised().decimal(),
                order.refunded().decimal(), order.refundable().decimal(), order.freightRefunded().decimal(),
                order.lines().stream().map(this::shown).toList(), order.shipments().stream().map(this::shown).toList());
    }

    private CaseOrder.Line shown(OrderView.Line line) {
        return new CaseOrder.Line(line.line(), line.sku(), line.name(), line.quantity(), line.returnedQuantity(),
                line.openQuantity(), line.cancelledQuantity(), line.unsentQuantity(), line.deliveredQuantity(),
                local(line.deliveredAt(), clock), line.paidValue().decimal(),
                line.refunded().decimal());
    }

    private CaseOrder.Parcel shown(OrderView.Shipment parcel) {
        return new CaseOrder.Parcel(parcel.courier(), parcel.trackingNumber(), local(parcel.shippedAt(), clock),
                local(parcel.deliveredAt(), clock), parcel.fate().name(), parcel.byHouse(),
                parcel.lines().stream()
                        .map(carried -> new CaseOrder.Carried(carried.line(), carried.quantity())).toList());
    }
}

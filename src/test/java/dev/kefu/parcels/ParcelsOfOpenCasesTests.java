package dev.kefu.parcels;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.TestOrders;
import dev.kefu.cases.CaseSummary;
import dev.kefu.cases.NewCase;
import dev.kefu.cases.TimelineEntry;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shipping.ParcelEventStatus;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** What couriers report of a parcel is somebody's business, also while another case of the order is open (PAR-1). */
class ParcelsOfOpenCasesTests extends ParcelWalk {

    @Test
    void opensACaseForTheFirstPartOfAStockOutThatWaitsForTheRest() {
        order = shop.unsent();
        var stockOut = department.start(AGENTS, "stock-out", Map.of("orderNumber", order, "cause", "OUT_OF_STOCK"));
        complete(WAREHOUSE, "countStock", stockOut, Map.of("counted", List.of(
                Map.of("sku", TestOrders.cupOf(order), "onHand", 3), Map.of("sku", TestOrders.kettleOf(order), "onHand", 0))));
        runWaiting(stockOut);
        complete(AGENTS, "askCustomer", stockOut, Map.of("answer", "SHIP_REST"));
        complete(WAREHOUSE, "shipOrder", stockOut, Map.of("courier", "YTO", "trackingNumber", "PART-" + order));

        courierReports("PART-" + order, ParcelEventStatus.LOST);

        assertThat(isOpen(stockOut)).isTrue();
        assertThat(cases.ofOrder(order)).extracting(CaseSummary::kind).containsExactlyInAnyOrder("stock-out", KIND);
    }

    @Test
    void tellsTheCasesThatHoldTheGoodsWhereNoneCanBeOpened() {
        var holder = department.as(AGENTS, () -> cases.open(new NewCase("product-return", order, null, AGENTS, null)));
        orders.claimUnits(order, holder, List.of(new LineQuantity(1, 3)));

        courierReports(ParcelEventStatus.LOST);

        assertThat(cases.ofOrder(order)).hasSize(1);
        assertThat(cases.get(holder).timeline()).filteredOn(entry -> entry.what().equals("PARCEL_NOT_REPORTED")).singleElement()
                .extracting(TimelineEntry::text).asString().contains("Thermos cup", "lost");
    }

    private boolean isOpen(ProcessInstance process) {
        return runtime.createProcessInstanceQuery().processInstanceId(process.getId()).count() == 1;
    }
}

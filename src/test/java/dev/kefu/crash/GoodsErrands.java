package dev.kefu.crash;

import static dev.kefu.crash.Customers.asking;
import static dev.kefu.crash.Customers.broken;
import static dev.kefu.crash.Customers.findings;
import static dev.kefu.crash.Customers.line;
import static dev.kefu.whole.Kefu.found;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Customers who want goods: others, repaired ones, or what was missing. */
final class GoodsErrands {

    private final Customers customers;

    GoodsErrands(Customers customers) {
        this.customers = customers;
    }

    List<Function<String, Errand>> kinds() {
        return List.of(this::exchanged, this::exchangedForOther, this::noneLeft, this::repaired, this::replaced,
                this::notRepairable, this::resent);
    }

    Errand exchanged(String number) {
        return new Errand("exchanged", number, customers.sale(number).line(1, "89.00"),
                asking(number, "CHANGED_MIND", "EXCHANGE", line(1, 1)), "EXCHANGED", "0", 0)
                .decides("inspectGoods", findings(found(1, 1, 0)))
                .stock(1, 5, 5);
    }

    /** For another article of the same price. */
    Errand exchangedForOther(String number) {
        return new Errand("exchanged for another", number, customers.sale(number).line(2, "89.00"),
                asking(number, "CHANGED_MIND", "EXCHANGE", Map.of("line", 1, "quantity", 2, "wantedSku", number + "-RED")),
                "EXCHANGED", "0", 0)
                .decides("inspectGoods", findings(found(1, 2, 0)))
                .stock(1, 5, 7)
                .stock(number + "-RED", 5, 3);
    }

    /** There is nothing to exchange it for: a stock-out asks the customer, who takes the money (RET-5, STK-4). */
    Errand noneLeft(String number) {
        return new Errand("none left", number, customers.sale(number).line(1, "89.00"),
                asking(number, "CHANGED_MIND", "EXCHANGE", line(1, 1)), "REFUNDED", "89.00", 1)
                .decides("inspectGoods", findings(found(1, 1, 0)))
                .waitingForStock()
                .decides("countStock", Map.of("counted", List.of(Map.of("sku", number + "-1", "onHand", 0))))
                .decides("askCustomer", Map.of("answer", "REFUND"))
                .decides("authoriseCancellation", Map.of("approved", true, "note", "Nobody knows when it comes"))
                .stock(1, 0, 1);
    }

    Errand repaired(String number) {
        return repair("repaired", number, "REPAIRED", "REPAIRED", "0", 0).stock(1, 5, 5);
    }

    Errand replaced(String number) {
        return repair("replaced", number, "REPLACE", "EXCHANGED", "0", 0).stock(1, 5, 4);
    }

    /** Nothing is left to replace it with: the money goes back, and the freight with it. */
    Errand notRepairable(String number) {
        return repair("not repairable", number, "NOT_REPAIRABLE", "REFUNDED", "160.00", 1).stock(1, 0, 0);
    }

    private Errand repair(String kind, String number, String result, String outcome, String refund, int units) {
        return new Errand(kind, number, customers.sale(number).line(1, "150.00"),
                asking(number, "DEFECTIVE", "REPAIR", line(1, 1)), outcome, refund, units)
                .decides("inspectGoods", findings(broken(1, 1)))
                .decides("repairGoods", Map.of("repair", result, "note", "I looked into it"));
    }

    /** What was missing is sent; nothing comes back. */
    Errand resent(String number) {
        return new Errand("resent", number, customers.sale(number).line(1, "35.00"),
                asking(number, "MISSING_PARTS", "RESEND", line(1, 1)), "RESENT", "0", 0)
                .stock(1, 5, 4);
    }
}

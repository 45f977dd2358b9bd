package dev.kefu.crash;

import static dev.kefu.crash.Customers.asking;
import static dev.kefu.crash.Customers.broken;
import static dev.kefu.crash.Customers.findings;
import static dev.kefu.crash.Customers.line;
import static dev.kefu.whole.Kefu.found;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Customers who want their money back. */
final class RefundErrands {

    private final Customers customers;

    RefundErrands(Customers customers) {
        this.customers = customers;
    }

    List<Function<String, Errand>> kinds() {
        return List.of(this::small, this::large, this::veryLarge, this::faulty, this::severalLines, this::partlyRefused,
                this::partlyArrived, this::partlySentBack, this::sentBack, this::rejected, this::askedFirst,
                this::refusedFirst, this::exceptionGranted, this::exceptionRefused, this::withoutReturn, this::shipped,
                this::withdrawn, this::withdrawnOnTheWay, this::late);
    }

    /** Within what nobody has to approve. */
    Errand small(String number) {
        return new Errand("small", number, customers.sale(number).line(2, "89.50"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), "REFUNDED", "89.50", 1)
                .decides("inspectGoods", findings(found(1, 1, 0)))
                .stock(1, 5, 6);
    }

    /** More than an agent decides alone. */
    Errand large(String number) {
        return new Errand("large", number, customers.sale(number).line(1, "640.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), "REFUNDED", "640.00", 1)
                .decides("arrangeReturn", Map.of("courier", "YTO", "trackingNumber", "YT-" + number))
                .decides("inspectGoods", findings(found(1, 1, 0)))
                .stock(1, 0, 1);
    }

    /** More than a manager decides. */
    Errand veryLarge(String number) {
        return new Errand("very large", number, customers.sale(number).line(3, "1200.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 3)), "REFUNDED", "3600.00", 3)
                .decides("inspectGoods", findings(found(1, 3, 0)))
                .stock(1, 5, 8);
    }

    /** The freight goes back too. */
    Errand faulty(String number) {
        return new Errand("faulty", number, customers.sale(number).line(1, "150.00"),
                asking(number, "DEFECTIVE", "REFUND", line(1, 1)), "REFUNDED", "160.00", 1)
                .decides("inspectGoods", findings(broken(1, 1)))
                .stock(1, 5, 5);
    }

    Errand severalLines(String number) {
        return new Errand("several lines", number,
                customers.sale(number).line(2, "120.00").line(3, "40.00").line(1, "15.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1), line(2, 2)), "REFUNDED", "200.00", 3)
                .decides("inspectGoods", findings(found(1, 1, 0), found(2, 2, 0)))
                .stock(1, 5, 6).stock(2, 0, 2).stock(3, 5, 5);
    }

    /** What inspection refused, the customer gives up. */
    Errand partlyRefused(String number) {
        return new Errand("partly refused", number, customers.sale(number).line(5, "60.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 3)), "REFUNDED", "120.00", 2)
                .decides("inspectGoods", findings(found(1, 2, 1)))
                .decides("settleDifference", Map.of("settlement", "AS_FOUND", "note", "The customer leaves it to us"))
                .stock(1, 5, 7);
    }

    /** One of three was not in the parcel. */
    Errand partlyArrived(String number) {
        return new Errand("partly arrived", number, customers.sale(number).line(5, "60.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 3)), "REFUNDED", "120.00", 2)
                .decides("inspectGoods", findings(found(1, 2, 0)))
                .decides("settleDifference", Map.of("settlement", "AS_FOUND", "note", "One was not in the parcel"))
                .stock(1, 5, 7);
    }

    Errand sentBack(String number) {
        return new Errand("sent back", number, customers.sale(number).line(1, "75.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), "SENT_BACK", "0", 0)
                .decides("inspectGoods", findings(found(1, 0, 1)))
                .decides("settleDifference", Map.of("settlement", "SEND_BACK", "note", "The customer wants it back"))
                .stock(1, 5, 5);
    }

    Errand rejected(String number) {
        return new Errand("rejected", number, customers.sale(number).line(1, "80.00", null, "PERISHABLE"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), "REJECTED", "0", 0)
                .decides("reviewReturn", Map.of("decision", "REJECT", "note", "Perishable goods don't come back"))
                .stock(1, 5, 5);
    }

    /** The customer has to say more before it is approved; they want one piece instead of two. */
    Errand askedFirst(String number) {
        return new Errand("asked first", number, customers.sale(number).line(2, "95.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 2)), "REFUNDED", "95.00", 1)
                .decides("reviewReturn", file -> Errand.happened(file, "REQUEST_CORRECTED") ? Map.of("decision", "APPROVE")
                        : Map.of("decision", "ASK", "note", "Really both?"))
                .decides("completeRequest", asking(number, "CHANGED_MIND", "REFUND", line(1, 1)))
                .decides("inspectGoods", findings(found(1, 1, 0)))
                .stock(1, 5, 6);
    }

    /** The manager refuses once, then sees the reason. */
    Errand refusedFirst(String number) {
        return new Errand("refused first", number, customers.sale(number).line(1, "700.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), "REFUNDED", "700.00", 1)
                .decides("inspectGoods", findings(found(1, 1, 0)))
                .decides("approveRefund", file -> Errand.happened(file, "REFUND_REFUSED") ? Map.of("approved", true)
                        : Map.of("approved", false, "note", "Why so much?"))
                .decides("settleDifference", Map.of("settlement", "AS_FOUND", "note", "It is the price of the goods"))
                .stock(1, 5, 6);
    }

    /** What was accepted is refunded, what was refused goes back. */
    Errand partlySentBack(String number) {
        return new Errand("partly sent back", number, customers.sale(number).line(3, "60.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 3)), "REFUNDED", "120.00", 2)
                .decides("inspectGoods", findings(found(1, 2, 1)))
                .decides("settleDifference", file -> Errand.happened(file, "REFUND_ABANDONED")
                        ? Map.of("settlement", "AS_FOUND", "note", "The money goes to another account")
                        : Map.of("settlement", "SEND_BACK", "note", "The customer wants the third one back"))
                .stock(1, 5, 7);
    }

    /** Too late, but a supervisor lets it in. */
    Errand exceptionGranted(String number) {
        return exception(number, true, "REFUNDED", "95.00", 1)
                .decides("inspectGoods", findings(found(1, 1, 0)))
                .stock(1, 5, 6);
    }

    Errand exceptionRefused(String number) {
        return exception(number, false, "REJECTED", "0", 0).stock(1, 5, 5);
    }

    private Errand exception(String number, boolean granted, String outcome, String refund, int units) {
        return new Errand("exception " + (granted ? "granted" : "refused"), number,
                customers.sale(number, 20).line(1, "95.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), outcome, refund, units)
                .decides("reviewReturn", Map.of("decision", "EXCEPTION", "note", "A customer of many years"))
                .decides("grantException", Map.of("granted", granted, "note", "I looked at the file"));
    }

    /** Of so little value that nothing has to come back; the freight goes back too. */
    Errand withoutReturn(String number) {
        return new Errand("without return", number, customers.sale(number).line(1, "18.00"),
                asking(number, "DEFECTIVE", "REFUND", line(1, 1)), "REFUNDED", "28.00", 1)
                .stock(1, 5, 5);
    }

    /** The customer tells the parcel before it comes. */
    Errand shipped(String number) {
        return new Errand("shipped", number, customers.sale(number).line(1, "45.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), "REFUNDED", "45.00", 1)
                .tells("return-shipped", file -> Errand.happened(file, "GOODS_SHIPPED") ? Optional.empty()
                        : Optional.of(Map.of("courier", "SF", "trackingNumber", "SF-" + number)))
                .tells("return-parcel-arrived", file -> Errand.happened(file, "GOODS_SHIPPED") ? Optional.of(Map.of())
                        : Optional.empty())
                .decides("inspectGoods", findings(found(1, 1, 0)))
                .stock(1, 5, 6);
    }

    /** The goods never leave the customer. */
    Errand withdrawn(String number) {
        return withdrawing("withdrawn", number, "WITHDRAWN", "0", 0)
                .tells("return-parcel-arrived", file -> Optional.empty())
                .stock(1, 5, 5);
    }

    /** The goods are under way when the customer thinks again; they go back. */
    Errand withdrawnOnTheWay(String number) {
        return withdrawing("withdrawn on the way", number, "WITHDRAWN", "0", 0)
                .decides("arrangeReturn", Map.of("courier", "YTO", "trackingNumber", "YT-" + number))
                .tells("return-parcel-arrived", Errand::afterWithdrawal)
                .stock(1, 5, 5);
    }

    /** The case is closed when the goods come; another one is opened with them and pays. */
    Errand late(String number) {
        return withdrawing("late", number, "REFUNDED", "75.00", 1)
                .tells("return-parcel-arrived", Errand::afterWithdrawal)
                .decides("inspectGoods", findings(found(1, 1, 0)))
                .comingLate()
                .stock(1, 5, 6);
    }

    private Errand withdrawing(String kind, String number, String outcome, String refund, int units) {
        return new Errand(kind, number, customers.sale(number).line(1, "75.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), outcome, refund, units)
                .tells("return-withdrawn", file -> Errand.happened(file, "WAY_BACK_ARRANGED") ? Optional.of(Map.of())
                        : Optional.empty());
    }
}

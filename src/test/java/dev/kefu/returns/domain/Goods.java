package dev.kefu.returns.domain;

import static dev.kefu.stock.GoodsCondition.AS_NEW;
import static dev.kefu.stock.GoodsCondition.DAMAGED;

import dev.kefu.shared.CaseNumber;
import dev.kefu.stock.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Returns for tests, as far on their way as a test needs: line 1 are three cups, line 2 is a kettle. */
final class Goods {

    static final CaseNumber NUMBER = CaseNumber.of("KF-2026-000042");
    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    static final Instant NEXT_MONDAY = Instant.parse("2026-11-30T02:00:00Z");
    static final Parcel PARCEL = new Parcel("YTO", "YT1");
    static final WayBack COLLECTED = new WayBack("YTO", "YT1", false);
    static final WayBack BY_CUSTOMER = new WayBack(null, null, true);

    /** What the policy was asked again about. */
    final List<String> askedAgain = new ArrayList<>();
    private final ReturnCase goods;

    private Goods(ReturnCase goods) {
        this.goods = goods;
    }

    static Goods askedFor(Reason reason, Resolution resolution) {
        return new Goods(ReturnCase.requested(NUMBER, request(reason, resolution, "SO-1"), MONDAY));
    }

    static CheckedRequest request(Reason reason, Resolution resolution, String orderNumber) {
        var lines = new TreeMap<Integer, ReturnLine>();
        lines.put(1, ReturnLine.asked(3, "CUP", "Cup", null));
        lines.put(2, ReturnLine.asked(1, "KETTLE", "Kettle", null));
        return new CheckedRequest(orderNumber, "C-1", reason, resolution, lines);
    }

    Goods judged(Verdict cups, Verdict kettle) {
        goods.judge(new TreeMap<>(Map.of(1, cups, 2, kettle)));
        return this;
    }

    Goods approved() {
        if (goods.asked().lines().get(1).verdict() == null) {
            judged(allowed(), allowed());
        }
        goods.review(ReviewDecision.APPROVE, null, "returns");
        goods.approve("returns", MONDAY);
        return this;
    }

    Goods onTheWay(WayBack wayBack) {
        approved();
        goods.sendBy(wayBack, MONDAY, NEXT_MONDAY);
        return this;
    }

    Goods arrived() {
        onTheWay(COLLECTED);
        goods.arrive();
        return this;
    }

    Goods inspected(Finding... findings) {
        arrived();
        return found(findings);
    }

    /** The policy, asked again, allows nothing. */
    Goods found(Finding... findings) {
        goods.inspect(List.of(findings), "warehouse", (line, reason) -> {
            askedAgain.add(line + " " + reason);
            return refused();
        });
        return this;
    }

    ReturnCase it() {
        return goods;
    }

    /** Each part as {@code "line×quantity FATE"}. */
    List<String> fates() {
        return goods.settling().parts().all().map(part -> part.line() + "×" + part.quantity() + " " + part.fate()).toList();
    }

    static Finding accepted(int line, int units) {
        return new Finding(line, units, 0, AS_NEW, false, null);
    }

    static Finding refused(int line, int units) {
        return new Finding(line, 0, units, DAMAGED, false, null);
    }

    static Verdict allowed() {
        return verdict(true, FreightPayer.CUSTOMER, Inspection.REQUIRED);
    }

    static Verdict allowedAtTheShopsCost() {
        return verdict(true, FreightPayer.SHOP, Inspection.REQUIRED);
    }

    static Verdict allowedWithoutReturn() {
        return verdict(true, FreightPayer.SHOP, Inspection.NONE);
    }

    static Verdict refused() {
        return verdict(false, FreightPayer.CUSTOMER, Inspection.REQUIRED);
    }

    private static Verdict verdict(boolean allowed, FreightPayer payer, Inspection inspection) {
        return new Verdict(allowed, allowed ? "Fits." : "Too late.", payer, inspection, LocalDate.of(2026, 11, 28), 1);
    }
}

package dev.kefu.crash;

import static dev.kefu.whole.Kefu.found;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.whole.Sale;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/** Customers with what they bought and want, in the mix of an ordinary week. */
final class Errands {

    private final OffsetDateTime now;

    private Errands(OffsetDateTime now) {
        this.now = now;
    }

    /** @param chance in which order they come */
    static List<Errand> of(int count, Random chance, Clock clock) {
        var errands = new Errands(OffsetDateTime.now(clock));
        List<BiFunction<Errands, String, Errand>> kinds = List.of(Errands::small, Errands::small, Errands::large,
                Errands::veryLarge, Errands::faulty, Errands::severalLines, Errands::partlyRefused,
                Errands::partlyArrived, Errands::sentBack, Errands::rejected, Errands::askedFirst,
                Errands::refusedFirst);
        var all = new ArrayList<Errand>();
        var offset = chance.nextInt(kinds.size());
        for (int i = 0; i < count; i++) {
            all.add(kinds.get((i + offset) % kinds.size()).apply(errands, "X-%04d".formatted(i + 1)));
        }
        return all;
    }

    /** Within what nobody has to approve. */
    private Errand small(String number) {
        return new Errand("small", number, sale(number).line(2, "89.50"), asking(number, "CHANGED_MIND", "REFUND", line(1, 1)),
                "REFUNDED", "89.50", 1)
                .decides("inspectGoods", findings(found(1, 1, 0)));
    }

    /** More than an agent decides alone. */
    private Errand large(String number) {
        return new Errand("large", number, sale(number).line(1, "640.00"), asking(number, "CHANGED_MIND", "REFUND", line(1, 1)),
                "REFUNDED", "640.00", 1)
                .decides("arrangeReturn", Map.of("courier", "YTO", "trackingNumber", "YT-" + number))
                .decides("inspectGoods", findings(found(1, 1, 0)));
    }

    /** More than a manager decides. */
    private Errand veryLarge(String number) {
        return new Errand("very large", number, sale(number).line(3, "1200.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 3)), "REFUNDED", "3600.00", 3)
                .decides("inspectGoods", findings(found(1, 3, 0)));
    }

    /** The freight goes back too. */
    private Errand faulty(String number) {
        return new Errand("faulty", number, sale(number).line(1, "150.00"), asking(number, "DEFECTIVE", "REFUND", line(1, 1)),
                "REFUNDED", "160.00", 1)
                .decides("inspectGoods", findings(Map.of("line", 1, "accepted", 1, "refused", 0, "condition", "DAMAGED",
                        "qualityProblem", true)));
    }

    private Errand severalLines(String number) {
        return new Errand("several lines", number, sale(number).line(2, "120.00").line(3, "40.00").line(1, "15.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1), line(2, 2)), "REFUNDED", "200.00", 3)
                .decides("inspectGoods", findings(found(1, 1, 0), found(2, 2, 0)));
    }

    /** What inspection refused, the customer gives up. */
    private Errand partlyRefused(String number) {
        return new Errand("partly refused", number, sale(number).line(5, "60.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 3)), "REFUNDED", "120.00", 2)
                .decides("inspectGoods", findings(found(1, 2, 1)))
                .decides("settleDifference", Map.of("settlement", "AS_FOUND", "note", "The customer leaves it to us"));
    }

    /** One of three was not in the parcel. */
    private Errand partlyArrived(String number) {
        return new Errand("partly arrived", number, sale(number).line(5, "60.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 3)), "REFUNDED", "120.00", 2)
                .decides("inspectGoods", findings(found(1, 2, 0)))
                .decides("settleDifference", Map.of("settlement", "AS_FOUND", "note", "One was not in the parcel"));
    }

    private Errand sentBack(String number) {
        return new Errand("sent back", number, sale(number).line(1, "75.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), "SENT_BACK", "0", 0)
                .decides("inspectGoods", findings(found(1, 0, 1)))
                .decides("settleDifference", Map.of("settlement", "SEND_BACK", "note", "The customer wants it back"));
    }

    private Errand rejected(String number) {
        return new Errand("rejected", number, sale(number).line(1, "80.00", null, "PERISHABLE"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), "REJECTED", "0", 0)
                .decides("reviewReturn", Map.of("decision", "REJECT", "note", "Perishable goods don't come back"));
    }

    /** The customer has to say more before it is approved; they want one piece instead of two. */
    private Errand askedFirst(String number) {
        return new Errand("asked first", number, sale(number).line(2, "95.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 2)), "REFUNDED", "95.00", 1)
                .decides("reviewReturn", file -> happened(file, "REQUEST_CORRECTED") ? Map.of("decision", "APPROVE")
                        : Map.of("decision", "ASK", "note", "Really both?"))
                .decides("completeRequest", asking(number, "CHANGED_MIND", "REFUND", line(1, 1)))
                .decides("inspectGoods", findings(found(1, 1, 0)));
    }

    /** The manager refuses once, then sees the reason. */
    private Errand refusedFirst(String number) {
        return new Errand("refused first", number, sale(number).line(1, "700.00"),
                asking(number, "CHANGED_MIND", "REFUND", line(1, 1)), "REFUNDED", "700.00", 1)
                .decides("inspectGoods", findings(found(1, 1, 0)))
                .decides("approveRefund", file -> happened(file, "REFUND_REFUSED") ? Map.of("approved", true)
                        : Map.of("approved", false, "note", "Why so much?"))
                .decides("settleDifference", Map.of("settlement", "AS_FOUND", "note", "It is the price of the goods"));
    }

    private static boolean happened(JsonNode file, String what) {
        return Errand.times(file, what) > 0;
    }

    private Sale sale(String number) {
        return Sale.delivered(now).with("customer", Map.of("id", "C-" + number, "name", "王芳"));
    }

    private static Map<String, Object> asking(String number, String reason, String resolution, Map<?, ?>... lines) {
        return Map.of("orderNumber", number, "reason", reason, "resolution", resolution, "lines", List.of(lines));
    }

    private static Map<String, Object> line(int line, int quantity) {
        return Map.of("line", line, "quantity", quantity);
    }

    private static Map<String, Object> findings(Map<?, ?>... rows) {
        return Map.of("findings", List.of(rows));
    }
}

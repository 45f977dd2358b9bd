package dev.kefu.returns.domain;

import dev.kefu.orders.GoodsWords;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.Listed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The goods of a return, as people speak of them. */
final class GoodsInWords {

    private GoodsInWords() {
    }

    /** {@code "2 × Thermos cup; 1 × Kettle"}, without the numbers of the order's lines; at most 1000 characters. */
    static String of(ReturnCase goods) {
        return goods.asked().lines().values().stream().map(line -> GoodsWords.of(line.quantity(), line.name()))
                .collect(GoodsWords.listed());
    }

    /** The same of lines that were looked up for many returns at once, as short as a card needs it. */
    static String of(List<ReturnCases.Goods> lines) {
        return lines.stream().map(line -> GoodsWords.of(line.getQuantity(), line.getName())).collect(GoodsWords.onCard());
    }

    /** {@code "1 × Thermos cup"}: of the units that a letter is about, so many of each line. */
    static String units(ReturnCase goods, List<LineQuantity> units) {
        return units.stream().map(each -> GoodsWords.of(each.quantity(), goods.asked().lines().get(each.line()).name()))
                .collect(GoodsWords.listed());
    }

    /** The same of what goes out in their place; another article has no name here but its SKU. */
    static String replacements(ReturnCase goods, List<LineQuantity> units) {
        return units.stream().map(each -> {
            var line = goods.asked().lines().get(each.line());
            return GoodsWords.of(each.quantity(), line.replacementSku().equals(line.sku()) ? line.name() : line.replacementSku());
        }).collect(GoodsWords.listed());
    }

    /** {@code "2 × Thermos cup (line 1), wanted instead: CUP-RED"}; at most 1000 characters. */
    static String withLines(ReturnCase goods) {
        return withLines(goods.asked().lines());
    }

    /** What the customer asks for now and did not before: {@code "Order: SO-1, was SO-2. Reason: Defective, was Changed mind."} */
    static String changes(CheckedRequest before, CheckedRequest now) {
        var changes = Stream.of(
                        change("Order: %s, was %s.", before.orderNumber(), now.orderNumber()),
                        change("Goods: %s, was %s.", withLines(before.lines()), withLines(now.lines())),
                        change("Reason: %s, was %s.", before.reason().inWords(), now.reason().inWords()),
                        change("Wanted: %s, was %s.", before.resolution().inWords(), now.resolution().inWords()))
                .filter(each -> !each.isEmpty()).collect(Listed.sentences());
        return changes.isEmpty() ? "Nothing of the request has changed." : changes;
    }

    private static String change(String sentence, String before, String now) {
        return before.equals(now) ? "" : sentence.formatted(now, before);
    }

    private static String withLines(Map<Integer, ReturnLine> lines) {
        return lines.entrySet().stream().map(each -> {
            var line = each.getValue();
            return line.quantity() + " × " + line.name() + " (line " + each.getKey() + ")"
                    + (line.wantedSku() == null ? "" : ", wanted instead: " + line.wantedSku());
        }).collect(GoodsWords.listed());
    }

    /**
     * The units that a step is about: {@code "1 × Kettle (line 2)"}, where goods go out what to take from the shelf. All of
     * them for a step that is about the whole case.
     */
    static String of(ReturnCase goods, NextStep step) {
        if (step.fate() == null) {
            return withLines(goods);
        }
        return goods.settling().parts().which(step.fate()).map(part -> {
            var line = goods.asked().lines().get(part.line());
            return step == NextStep.REPLACE
                    ? GoodsWords.of(part.quantity(), line.replacementSku(), line.name(), part.line())
                    : part.quantity() + " × " + line.name() + " (line " + part.line() + ")"
                            + (part.isRepaired() ? ", repaired" : "");
        }).collect(GoodsWords.listed());
    }

    /** {@code "Line 1: no defect found, the rules for a change of mind apply; the customer pays the freight"} */
    static String judgedAgain(ReturnCase goods, int line, Reason established, Verdict ruling) {
        var verdict = goods.asked().lines().get(line).binding(ruling);
        return "Line " + line + ": " + goods.asked().reason().refutedBy(established) + "; "
                + (!verdict.allowed() ? "these don't allow it" : switch (verdict.freightPaidBy()) {
                    case CUSTOMER -> "the customer pays the freight";
                    case SHOP -> "the shop pays the freight";
                });
    }

    /** One sentence for each part: {@code "Line 1: 1 × Thermos cup, refused at inspection (damaged). As found: …"} */
    static String of(ReturnCase goods, List<ReturnPart> parts) {
        return parts.stream().map(part -> "Line " + part.line() + ": " + part.quantity() + " × "
                        + goods.asked().lines().get(part.line()).name() + ", " + part.question().inWords()
                        + (part.condition() == null ? "" : " (" + part.condition().inWords() + ")")
                        + (part.question() == Question.OUTSIDE_POLICY ? ": " + part.verdict().why() : ".")
                        + " " + asFound(goods, part))
                .collect(Collectors.joining("\n"));
    }

    /** What becomes of units if nothing else is agreed. */
    private static String asFound(ReturnCase goods, ReturnPart part) {
        return "As found: " + switch (part.asFound(goods.areGone())) {
            case TO_REFUND -> "the refund is asked for again.";
            case TO_REPLACE -> "it is looked for in stock again.";
            default -> goods.areHere() ? "the shop keeps the goods and pays nothing."
                    : goods.areGone() ? "the goods are lost, and the customer gets nothing." : "the customer keeps the goods and gets nothing.";
        };
    }
}

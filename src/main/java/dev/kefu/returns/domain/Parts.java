package dev.kefu.returns.domain;

import dev.kefu.orders.LineQuantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The units of one return on their ways; works on the case's own list. */
class Parts {

    private final List<ReturnPart> parts;

    Parts(List<ReturnPart> parts) {
        this.parts = parts;
    }

    /** What is alike is one part. */
    void replaceBy(Stream<ReturnPart> found) {
        var merged = new ArrayList<ReturnPart>();
        found.filter(each -> each.quantity() > 0).forEach(each ->
                merged.stream().filter(each::isLike).findFirst().ifPresentOrElse(like -> like.add(each), () -> merged.add(each)));
        parts.clear();
        parts.addAll(merged);
    }

    /**
     * What was agreed with the customer about the units that wait for it.
     *
     * @param agreed  {@code SEND_BACK} only of goods that are here
     * @param areGone whether the customer has given them away; for what stayed with them nothing is asked for a second time
     */
    void settle(Settlement agreed, boolean areGone) {
        which(Fate.TO_SETTLE).toList().forEach(part -> {
            switch (agreed) {
                case SEND_BACK -> part.go(Fate.TO_SEND_BACK);
                case REFUND_ANYWAY -> part.refundAsAgreed();
                case AS_FOUND -> part.settleAsFound(areGone);
            }
        });
    }

    void ask(Fate which, Question why) {
        which(which).toList().forEach(part -> part.ask(why));
    }

    void go(Fate from, Fate to) {
        which(from).toList().forEach(part -> part.go(to));
    }

    void go(Predicate<ReturnPart> which, Fate to) {
        parts.stream().filter(which).toList().forEach(part -> part.go(to));
    }

    /** Of the units that wait for goods, these were replaced; the others wait on. */
    void replaced(List<LineQuantity> replaced) {
        var left = replaced.stream().collect(Collectors.toMap(LineQuantity::line, LineQuantity::quantity, Integer::sum));
        which(Fate.AWAITS_GOODS).toList().forEach(part -> {
            var sent = Math.min(part.quantity(), left.getOrDefault(part.line(), 0));
            left.merge(part.line(), -sent, Integer::sum);
            if (sent == part.quantity()) {
                part.go(Fate.REPLACED);
            } else if (sent > 0) {
                var replacedOnes = part.split(sent);
                replacedOnes.go(Fate.REPLACED);
                parts.add(replacedOnes);
            }
        });
    }

    /** What is not done yet stays with the customer, as if it had never been asked for. */
    void leave() {
        parts.removeIf(part -> part.fate().isOpen());
    }

    void repaired() {
        which(Fate.TO_REPAIR).toList().forEach(ReturnPart::repaired);
    }

    void sentBack() {
        which(Fate.TO_SEND_BACK).toList().forEach(ReturnPart::sentBack);
    }

    boolean has(Fate fate) {
        return which(fate).findAny().isPresent();
    }

    boolean hasOpen() {
        return parts.stream().anyMatch(part -> part.fate().isOpen());
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    Stream<ReturnPart> which(Fate... fates) {
        return parts.stream().filter(part -> Arrays.asList(fates).contains(part.fate()));
    }

    Stream<ReturnPart> all() {
        return parts.stream();
    }

    /** So many units of each line. */
    static List<LineQuantity> byLine(Map<Integer, Integer> quantities) {
        return quantities.entrySet().stream().map(each -> new LineQuantity(each.getKey(), each.getValue())).toList();
    }

    /** The same of units that are told one after the other. */
    static List<LineQuantity> sum(Stream<LineQuantity> units) {
        return byLine(units.collect(Collectors.groupingBy(LineQuantity::line, TreeMap::new,
                Collectors.summingInt(LineQuantity::quantity))));
    }

    /** So many units of each line. */
    static List<LineQuantity> units(Stream<ReturnPart> parts) {
        return parts.collect(Collectors.groupingBy(ReturnPart::line, TreeMap::new, Collectors.summingInt(ReturnPart::quantity)))
                .entrySet().stream().map(each -> new LineQuantity(each.getKey(), each.getValue())).toList();
    }
}

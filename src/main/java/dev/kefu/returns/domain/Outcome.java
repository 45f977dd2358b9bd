package dev.kefu.returns.domain;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a return ended. */
enum Outcome {

    REFUNDED, EXCHANGED, REPAIRED, RESENT, REJECTED, SENT_BACK, WITHDRAWN, EXPIRED;

    /**
     * What became of most of the money; of equal parts, what the customer asked for counts. Without any units: rejected.
     *
     * @param worth what the customer paid for units; asked only if they ended in several ways
     */
    static Outcome ofMost(Resolution wish, Stream<ReturnPart> parts, Function<LineQuantity, Money> worth) {
        Map<Outcome, List<LineQuantity>> ends = new EnumMap<>(Outcome.class);
        parts.forEach(part -> of(part.fate(), wish).ifPresent(each ->
                ends.computeIfAbsent(each, first -> new ArrayList<>()).add(part.units())));
        if (ends.size() <= 1) {
            return ends.keySet().stream().findFirst().orElse(REJECTED);
        }
        return ends.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<Outcome, List<LineQuantity>> each) ->
                                each.getValue().stream().map(worth).reduce(Money::plus).orElseThrow())
                        .thenComparing(each -> each.getKey() == asWanted(wish))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow().getKey();
    }

    /** How it ends for units with this fate; empty while something is left to do for them. */
    static Optional<Outcome> of(Fate fate, Resolution wish) {
        return Optional.ofNullable(switch (fate) {
            case REFUNDED -> REFUNDED;
            case REPLACED -> wish == Resolution.RESEND ? RESENT : EXCHANGED;
            case REPAIRED -> REPAIRED;
            case SENT_BACK -> SENT_BACK;
            case KEPT -> REJECTED;
            case TO_SETTLE, TO_REPAIR, TO_REPLACE, TO_REFUND, TO_SEND_BACK, AWAITS_GOODS -> null;
        });
    }

    private static Outcome asWanted(Resolution wish) {
        return switch (wish) {
            case REFUND -> REFUNDED;
            case EXCHANGE -> EXCHANGED;
            case REPAIR -> REPAIRED;
            case RESEND -> RESENT;
        };
    }

    ReturnStatus status() {
        return ReturnStatus.valueOf(name());
    }
}

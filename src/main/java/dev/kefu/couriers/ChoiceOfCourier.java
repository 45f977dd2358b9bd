package dev.kefu.couriers;

import dev.kefu.shared.Listed;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Asks the table {@code courier-choice}, and sees to it that whoever it names goes there (SHP-2, SHP-5). */
@Component
class ChoiceOfCourier {

    static final String TABLE = "courier-choice";
    private static final String FIELD = "courier";

    private final Decisions decisions;

    ChoiceOfCourier(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param couriers in the order in which they are preferred */
    Optional<CourierChoice> among(List<Courier> couriers, Region region, String province, int weightGrams,
            @Nullable Courier failed, @Nullable Courier wanted) {
        var fit = couriers.stream().filter(each -> each != failed && region.isReachedBy(each)).toList();
        if (wanted != null) {
            requireFit(wanted, failed, fit, region);
        }
        var ruling = decisions.ask(TABLE, Map.of("province", province, "weightGrams", weightGrams,
                "failedCourier", code(failed), "wantedCourier", code(wanted)));
        if (fit.isEmpty()) {
            return Optional.empty();
        }
        var quotes = new Quotes(region, weightGrams, couriers);
        var named = ruling.text(FIELD);
        var why = new ArrayList<>(List.of(ruling.text("why")));
        var chosen = fit.stream().filter(each -> each.code().equals(named)).findFirst();
        if (chosen.isEmpty()) {
            why.add(failed != null && named.equals(failed.code()) ? "%s could not deliver it before.".formatted(named)
                    : "%s does not go to %s.".formatted(named, region.name()));
            chosen = fit.stream().filter(Courier::isUsedByDefault).findFirst();
            chosen.ifPresent(usual -> why.add("%s is the next usual courier that does.".formatted(usual.code())));
        }
        var carrier = chosen.map(quotes::of).orElseGet(() -> {
            var cheapest = fit.stream().map(quotes::of).min(Quotes.BEST_FIRST).orElseThrow();
            why.add("No usual courier does; %s is the cheapest of the others.".formatted(cheapest.courier()));
            return cheapest;
        });
        return Optional.of(new CourierChoice(carrier, why.stream().collect(Listed.sentences())));
    }

    private static void requireFit(Courier wanted, @Nullable Courier failed, List<Courier> fit, Region region) {
        if (fit.contains(wanted)) {
            return;
        }
        if (!region.isKnown()) {
            throw refused("The address names no province that is known here, so nobody can say whether %s goes there."
                    .formatted(wanted.code()));
        }
        if (wanted == failed) {
            throw refused("%s could not deliver it before.".formatted(wanted.code()));
        }
        throw refused(fit.isEmpty() ? "%s does not go to %s, and no other courier does.".formatted(wanted.code(), region.name())
                : "%s does not go to %s. These do: %s.".formatted(wanted.code(), region.name(),
                        fit.stream().map(Courier::code).collect(Listed.names())));
    }

    private static RuleViolation refused(String why) {
        return new RuleViolation(FIELD, "SHP-5", why);
    }

    private static String code(@Nullable Courier courier) {
        return courier == null ? "" : courier.code();
    }
}

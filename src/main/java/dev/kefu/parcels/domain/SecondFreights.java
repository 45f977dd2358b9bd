package dev.kefu.parcels.domain;

import dev.kefu.couriers.CourierQuote;
import dev.kefu.couriers.Couriers;
import dev.kefu.couriers.Destination;
import dev.kefu.customers.Contact.Address;
import dev.kefu.orders.OrderView;
import dev.kefu.shared.Listed;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.workflow.ProcessVariable;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Who goes to the customer's place, for how much, and what the customer pays of it (SHP-2 to SHP-5, PAR-6). */
@Component
class SecondFreights {

    private final Couriers couriers;
    private final ParcelSettings settings;

    SecondFreights(Couriers couriers, ParcelSettings settings) {
        this.couriers = couriers;
        this.settings = settings;
    }

    /** What every courier takes, for whoever talks with the customer; at most as much as a form shows. */
    String inWords(ParcelCase parcel, OrderView order) {
        var quotes = couriers.quotes(Consignees.destinationOf(parcel, order), weightOf(parcel, order));
        var words = quotes.stream().filter(quote -> quote.coverageSource() != null)
                .map(quote -> offer(quote, quote.reached() && !quote.courier().equals(failed(parcel))))
                .collect(Collectors.joining("\n\n"));
        return Text.shortened(words.isEmpty() ? "The couriers' table knows nothing of this place; ask the couriers."
                : words, ProcessVariable.LONGEST_TEXT);
    }

    private static String offer(CourierQuote quote, boolean goesThere) {
        if (!goesThere) {
            return "%s (%s): does not go there.".formatted(quote.name(), quote.courier());
        }
        if (quote.fee() == null) {
            return "%s (%s): goes there; the fee is not known.".formatted(quote.name(), quote.courier());
        }
        var days = Objects.equals(quote.days(), 1) ? "in 1 day" : "in " + (quote.days() == null ? "?" : quote.days()) + " days";
        return Stream.of("%s (%s): %s, %s, difference %s.".formatted(quote.name(), quote.courier(), quote.fee(), days,
                quote.difference()), quote.explanation()).collect(Listed.sentences());
    }

    /**
     * Fixes who carries the goods to this address, and what the customer pays (SHP-4).
     *
     * @throws RuleViolation on {@code courier} if the wanted one does not go there, or nobody does
     */
    void quote(ParcelCase parcel, OrderView order, Address to, @Nullable String wanted) {
        var destination = Consignees.destination(to);
        requireOther(parcel, wanted);
        if (isUnknown(destination)) {
            // Without a table of couriers, whoever ships finds out who goes there
            parcel.freight().unknown();
            return;
        }
        var choice = couriers.choose(destination, weightOf(parcel, order), failed(parcel), wanted)
                .orElseThrow(() -> new RuleViolation("courier", "SHP-2", "No courier of the table goes there. Ask the couriers and keep"
                        + " what they say in the table, or agree on a refund."));
        parcel.freight().quoted(choice, payable(parcel, order, choice.quote()));
    }

    /**
     * The same where a supervisor decides: who pays is the table's word, not theirs, so a difference is still to be agreed on
     * (PAR-6, SHP-4). Whoever ships finds out if nobody goes there.
     */
    void quoteByTable(ParcelCase parcel, OrderView order) {
        if (parcel.freight().isSurchargeOwed()) {
            // What the customer has paid for is agreed on
            return;
        }
        var choice = couriers.choose(Consignees.destinationOf(parcel, order), weightOf(parcel, order), failed(parcel), null);
        if (choice.isPresent()) {
            parcel.freight().quoted(choice.get(), payable(parcel, order, choice.get().quote()));
        } else {
            parcel.freight().unknown();
        }
    }

    /** @throws RuleViolation on {@code courier} if the house does not know it */
    String carrier(String courier) {
        return couriers.carrier(courier);
    }

    /** @throws RuleViolation on {@code courier} if this one, as the table knows, does not go there */
    void requireReached(ParcelCase parcel, OrderView order, String courier) {
        requireOther(parcel, courier);
        var destination = Consignees.destinationOf(parcel, order);
        requireAgreed(parcel, order, courier);
        var quote = couriers.codeOf(courier).flatMap(code -> couriers.quote(code, destination, weightOf(parcel, order)));
        if (quote.filter(each -> each.coverageSource() != null && !each.reached()).isPresent()) {
            throw new RuleViolation("courier", "PAR-4", quote.get().name() + " does not go there.");
        }
    }

    /** The customer agreed to a courier and its price, and nobody else sets another one (SHP-4). */
    private void requireAgreed(ParcelCase parcel, OrderView order, String courier) {
        var freight = parcel.freight();
        if (freight.courier() == null || freight.courier().equals(couriers.codeOf(courier).orElse(courier))
                || parcel.failing().ruling().isAtTheShopsCost()) {
            return;
        }
        var isDearer = couriers.codeOf(courier).flatMap(code -> couriers.quote(code, Consignees.destinationOf(parcel, order),
                weightOf(parcel, order))).map(quote -> payable(parcel, order, quote)).filter(Money::isPositive).isPresent();
        if (isDearer || freight.isSurchargeOwed()) {
            throw new RuleViolation("courier", "SHP-4", "The customer agreed to " + freight.courierName() + " and what it costs."
                    + " Agree with them first if another one is to take it.");
        }
    }

    private void requireOther(ParcelCase parcel, @Nullable String wanted) {
        if (wanted != null && failed(parcel) != null && Objects.equals(failed(parcel), couriers.codeOf(wanted).orElse(wanted))) {
            throw new RuleViolation("courier", "PAR-4", wanted + " does not go there: the parcel came back because of that.");
        }
    }

    /** The courier that does not serve the place, if that was the cause. */
    @Nullable
    private String failed(ParcelCase parcel) {
        return parcel.cause() == ParcelCause.OUT_OF_AREA ? couriers.codeOf(parcel.courier()).orElse(parcel.courier()) : null;
    }

    private boolean isUnknown(Destination destination) {
        return couriers.quotes(destination, 1).stream().noneMatch(quote -> quote.coverageSource() != null);
    }

    @Nullable
    private static Money payable(ParcelCase parcel, OrderView order, CourierQuote quote) {
        return parcel.failing().ruling().isAtTheShopsCost() || quote.difference() == null
                || !quote.difference().currency().equals(order.currency()) ? null : quote.difference();
    }

    /** What the parcel cost on its way there, or back, by the table; empty if the table doesn't say. */
    Optional<Money> feeOfFirst(ParcelCase parcel, OrderView order) {
        return couriers.codeOf(parcel.courier())
                .flatMap(code -> couriers.quote(code, Consignees.destination(order.consignee().address()), weightOf(parcel, order)))
                .map(CourierQuote::fee)
                .filter(fee -> fee.currency().equals(order.currency()));
    }

    int weightOf(ParcelCase parcel, OrderView order) {
        return order.weightOf(parcel.units(), settings.weightOfUnknown());
    }
}

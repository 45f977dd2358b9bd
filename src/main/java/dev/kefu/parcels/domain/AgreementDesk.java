package dev.kefu.parcels.domain;

import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.cases.CaseFiles;
import dev.kefu.customers.Contact.Address;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundStatus;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.Listed;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What is agreed with the customer about goods that did not reach them, and what happens if they stay silent (PAR-4, PAR-7). */
@Component
class AgreementDesk {

    private final ParcelTables tables;
    private final SecondFreights freights;
    private final Orders orders;
    private final Refunds refunds;
    private final WorkingCalendar calendar;
    private final ParcelSettings settings;
    private final ParcelNews news;
    private final CaseFiles cases;
    private final Actors actors;
    private final Clock clock;

    AgreementDesk(ParcelTables tables, SecondFreights freights, Orders orders, Refunds refunds, WorkingCalendar calendar,
            ParcelSettings settings, ParcelNews news, CaseFiles cases, Actors actors, Clock clock) {
        this.tables = tables;
        this.freights = freights;
        this.orders = orders;
        this.refunds = refunds;
        this.calendar = calendar;
        this.settings = settings;
        this.news = news;
        this.cases = cases;
        this.actors = actors;
        this.clock = clock;
    }

    /** The first time, the customer is told, and the days for their answer begin. */
    void prepare(ParcelCase parcel) {
        if (parcel.contacting().holdUntil() == null) {
            var order = order(parcel);
            var hold = tables.holdOf(parcel.cause(), worth(parcel, order));
            parcel.contacting().hold(calendar.plusOfficeDays(clock.instant(), hold.days()), hold.action());
            if (parcel.contacting().attempts().isEmpty()) {
                news.question(parcel);
            }
        }
    }

    /** What there is to know for whoever talks with the customer. */
    String situation(ParcelCase parcel) {
        var freight = parcel.failing().ruling().isAtTheShopsCost() ? "The shop pays for sending it again."
                : "The customer pays the difference for another courier.";
        return Stream.of(where(parcel), "Cause: " + parcel.cause().inWords() + ".", freight, wanted(parcel),
                parcel.claim().isOpen() && parcel.isClaimNeedless() ? "The goods have turned up since the claim was opened: withdraw it,"
                        + " or claim only what the delay cost." : "",
                "Tries without an answer: " + parcel.contacting().silentTries() + ".",
                refunds.latestOf(parcel.number()).filter(refund -> refund.status() == RefundStatus.REFUSED
                        || refund.status() == RefundStatus.ABANDONED).map(refund -> "A refund was not paid: " + refund.note()).orElse(""))
                .filter(sentence -> !sentence.isEmpty()).collect(Listed.sentences());
    }

    /** What was agreed, for who sends it; or what was decided without the customer, who has to agree to what it costs them. */
    private String wanted(ParcelCase parcel) {
        var courier = parcel.freight().courierName();
        if (!parcel.decided().is(Course.RESHIP) || courier == null) {
            return "";
        }
        if (parcel.freight().isSurchargeDue()) {
            return "It is to be sent again by %s, which costs the customer %s: agree on that first.".formatted(courier,
                    surcharge(parcel, order(parcel)));
        }
        return parcel.is(Whereabouts.WITH_COURIER) ? "" : "It goes out again by " + courier + "." + (parcel.newAddress() == null ? ""
                : " It goes to another address, which stands in the case.");
    }

    private static String where(ParcelCase parcel) {
        if (parcel.failing().isDeliveryDenied()) {
            return "The courier calls the parcel delivered, and it is not there: ask who took it, and for a proof.";
        }
        return switch (parcel.whereabouts()) {
            case HERE -> "The parcel is back with us.";
            case WITH_COURIER -> "The courier has the parcel.";
            case LOST -> "The goods are lost or damaged.";
            case DELIVERED -> "The parcel was delivered.";
        };
    }

    String quotes(ParcelCase parcel) {
        return freights.inWords(parcel, order(parcel));
    }

    Agreement agree(ParcelCase parcel, CustomerAnswer answer, @Nullable String courier, @Nullable NewAddress given,
            @Nullable String note) {
        if (answer != CustomerAnswer.NO_ANSWER && (note == null || note.isBlank())) {
            throw new RuleViolation("note", "PAR-4", "Write down what was agreed with the customer.");
        }
        return switch (answer) {
            case NO_ANSWER -> unanswered(parcel, note);
            case REFUND -> {
                settle(parcel, answer, Course.REFUND, note);
                yield Agreement.SETTLED;
            }
            case RESHIP -> reship(parcel, courier, given == null || given.nothingGiven() ? null : given, note);
        };
    }

    private Agreement unanswered(ParcelCase parcel, @Nullable String note) {
        var now = clock.instant();
        parcel.contacting().made(CustomerAnswer.NO_ANSWER, actors.current(), now,
                calendar.plusOfficeMinutes(now, settings.nextTryMinutes()));
        cases.record(parcel.number(), "CUSTOMER_ASKED_NO_ANSWER", note);
        if (parcel.contacting().silentTries() < settings.contactTries()) {
            news.unanswered(parcel);
            return Agreement.TRY_AGAIN;
        }
        parcel.decided().askSupervisor();
        cases.recordFact(parcel.number(), "CUSTOMER_NOT_REACHED", "Tries without an answer: " + parcel.contacting().silentTries() + ".");
        return Agreement.SETTLED;
    }

    private Agreement reship(ParcelCase parcel, @Nullable String courier, @Nullable NewAddress given, @Nullable String note) {
        var order = order(parcel);
        if (given != null) {
            given.requireUsable();
        }
        var to = given == null ? Consignees.addressOf(parcel, order) : given.address();
        requireOtherAddress(parcel, order, to);
        freights.quote(parcel, order, to, courier);
        if (given != null) {
            parcel.otherDoor().become(to);
        }
        settle(parcel, CustomerAnswer.RESHIP, Course.RESHIP, note);
        if (!parcel.freight().isSurchargeDue()) {
            return Agreement.SETTLED;
        }
        var fee = new Money(parcel.freight().fee(), order.currency());
        news.surcharge(parcel, fee, surcharge(parcel, order));
        cases.recordFact(parcel.number(), "SURCHARGE_QUOTED", surcharge(parcel, order).toString());
        return Agreement.SURCHARGE;
    }

    /**
     * The customer gives another address while the courier has the parcel (PAR-4).
     *
     * @throws RuleViolation on a part of {@code address} without which nothing can be sent, or if it is the one that was unclear
     */
    void correctAddress(ParcelCase parcel, NewAddress given) {
        given.requireUsable();
        requireOtherAddress(parcel, order(parcel), given.address());
        parcel.otherDoor().become(given.address());
        news.addressCorrected(parcel);
    }

    /** PAR-4: what did not find its door does not go to the same one again. */
    void requireOtherAddress(ParcelCase parcel, OrderView order, Address to) {
        if (parcel.cause() == ParcelCause.ADDRESS_UNCLEAR && parcel.otherDoor().hasFailedAt(to, order.consignee().address())) {
            throw new RuleViolation("address", "PAR-4", "The parcel came back because this address is unclear. Ask the customer for the"
                    + " right one before it is sent again.");
        }
    }

    private void settle(ParcelCase parcel, CustomerAnswer answer, Course course, @Nullable String note) {
        parcel.contacting().made(answer, actors.current(), clock.instant(), null);
        parcel.decide(course, actors.current());
        cases.record(parcel.number(), "CUSTOMER_ASKED_" + answer, note);
    }

    /** What is to be collected, and why, for the person who does it. */
    String surchargeInWords(ParcelCase parcel) {
        var order = order(parcel);
        return Stream.of("%s are due for %s.".formatted(surcharge(parcel, order), parcel.freight().courierName()),
                parcel.freight().why()).collect(Listed.sentences());
    }

    /** Kept as an income on the order's account; without it, it is talked about once more. */
    void collected(ParcelCase parcel, boolean paid) {
        var order = order(parcel);
        if (!paid) {
            parcel.decided().askAgent();
            cases.recordFact(parcel.number(), "SURCHARGE_NOT_PAID", null);
        } else if (!parcel.freight().isSurchargePaid()) {
            orders.receive(order.orderNumber(), surchargeKey(parcel), parcel.number(), surcharge(parcel, order));
            parcel.freight().paid();
            cases.recordFact(parcel.number(), "SURCHARGE_PAID", surcharge(parcel, order).toString());
        }
    }

    /** One income for each shipment. */
    private static String surchargeKey(ParcelCase parcel) {
        var attempt = parcel.failing().attempt();
        return parcel.number() + "-surcharge" + (attempt == 1 ? "" : "-" + attempt);
    }

    /** The time is up: what the table says is done, once. */
    void timeIsUp(ParcelCase parcel) {
        parcel.contacting().timeIsUp().ifPresent(action -> {
            cases.recordFact(parcel.number(), "HOLD_OVER_" + action, null);
            switch (action) {
                case REFUND -> parcel.decide(Course.REFUND, actors.current());
                case ABANDON -> parcel.decide(Course.ABANDON, actors.current());
                case DECIDE -> parcel.decided().askSupervisor();
            }
        });
    }

    void decide(ParcelCase parcel, ParcelDecision decision) {
        if (parcel.freight().isReturnRefused()) {
            decideOnSurcharge(parcel, decision);
            return;
        }
        if (decision == ParcelDecision.RESHIP) {
            var order = order(parcel);
            if (parcel.cause() == ParcelCause.ADDRESS_UNCLEAR
                    && parcel.otherDoor().hasFailedAt(Consignees.addressOf(parcel, order), order.consignee().address())) {
                throw new RuleViolation("decision", "PAR-4", "The address is the one that was unclear, so the parcel can't go out again.");
            }
            freights.quoteByTable(parcel, order);
        }
        parcel.decide(Course.valueOf(decision.name()), actors.current());
        cases.recordFact(parcel.number(), "PARCEL_DECIDED_" + decision, null);
    }

    /** All is settled but what the customer paid for a shipment that never left. */
    private void decideOnSurcharge(ParcelCase parcel, ParcelDecision decision) {
        switch (decision) {
            case REFUND -> parcel.freight().returnAgain();
            case ABANDON -> {
                parcel.freight().kept();
                cases.recordFact(parcel.number(), "SURCHARGE_KEPT", null);
            }
            case RESHIP -> throw new RuleViolation("decision", "PAR-6", "Nothing is left to send; decide whether the surcharge goes back.");
        }
        cases.recordFact(parcel.number(), "PARCEL_DECIDED_" + decision, null);
    }

    /**
     * What customers say by themselves before the goods have left: their money instead, or the goods after all (PAR-7). Whether
     * what failed again goes out once more stays for the supervisor to decide, who reads it in the case.
     */
    void replied(ParcelCase parcel, CustomerAnswer answer, @Nullable String note) {
        if (answer == CustomerAnswer.NO_ANSWER || parcel.freight().isReturnRefused()) {
            throw new RuleViolation("answer", "PAR-7", "Say what the customer wants now: the goods once more, or their money.");
        }
        parcel.contacting().made(answer, actors.current(), clock.instant(), null);
        cases.record(parcel.number(), "CUSTOMER_ASKED_" + answer, note);
        if (answer == CustomerAnswer.REFUND) {
            parcel.decide(Course.REFUND, actors.current());
        } else if (!hasFailedTwice(parcel) && parcel.decided().course() != Course.RESHIP) {
            parcel.decide(Course.UNDECIDED, actors.current());
            parcel.decided().askAgent();
        }
    }

    /** After silence, whoever speaks with the customer may agree with them after all; after a second failure a supervisor decides. */
    private static boolean hasFailedTwice(ParcelCase parcel) {
        return parcel.decided().isForSupervisor() && parcel.failing().attempt() > 1;
    }

    private static Money surcharge(ParcelCase parcel, OrderView order) {
        return new Money(parcel.freight().surcharge(), order.currency());
    }

    private static Money worth(ParcelCase parcel, OrderView order) {
        return parcel.units().stream().map(order::worthOf).reduce(Money.zero(order.currency()), Money::plus);
    }

    private OrderView order(ParcelCase parcel) {
        return orders.find(parcel.orderNumber()).orElseThrow();
    }
}

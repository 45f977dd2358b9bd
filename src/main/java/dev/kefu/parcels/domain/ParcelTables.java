package dev.kefu.parcels.domain;

import dev.kefu.shared.Money;
import dev.kefu.shipping.ParcelView;
import dev.kefu.workflow.Decisions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What supervisors' tables say about parcels. */
@Component
class ParcelTables {

    static final String FAULT = "parcel-fault";
    private static final String HOLD = "parcel-hold";
    private static final String WATCH = "parcel-watch";

    private final Decisions decisions;

    ParcelTables(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param days office days */
    record Hold(int days, HoldAction action) {
    }

    /** Whose fault it is, who pays, and what comes next (PAR-6). */
    Ruling faultOf(ParcelCause cause, int attempt) {
        var said = decisions.ask(FAULT, Map.of("cause", cause.name(), "attempt", attempt));
        return Ruling.of(said.choice("fault", Fault.class), said.choice("freightPaidBy", FreightBearer.class),
                said.choice("next", FaultStep.class), said.version());
    }

    /** How long goods are kept for an answer, and what is done then. Values are compared in CNY; no limit fits others. */
    Hold holdOf(ParcelCause cause, Money value) {
        var inputs = new HashMap<String, Object>();
        inputs.put("cause", cause.name());
        inputs.put("value", value.currency().equals(Money.CNY) ? value.amount() : null);
        var said = decisions.ask(HOLD, inputs);
        return new Hold(Math.max(1, said.number("holdDays")), said.choice("action", HoldAction.class));
    }

    /** Why a case is opened by itself for a parcel in this state; empty if none is. */
    Optional<ParcelCause> causeToOpen(ParcelView parcel) {
        var said = decisions.ask(WATCH, Map.of("status", parcel.state().name(), "failedAttempts", parcel.failedAttempts()));
        return said.flag("open") ? Optional.of(said.choice("cause", ParcelCause.class)) : Optional.empty();
    }
}

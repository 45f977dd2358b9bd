package dev.kefu.returns.domain;

import org.springframework.lang.Nullable;

/** Where a return goes on; read by the gateways of {@code product-return}. Of several, the first comes first. */
public enum NextStep {

    /** Something has to be agreed with the customer. */
    SETTLE(Fate.TO_SETTLE),
    /** A technician works on the goods. */
    REPAIR(Fate.TO_REPAIR),
    /** Goods go out in their place. */
    REPLACE(Fate.TO_REPLACE),
    REFUND(Fate.TO_REFUND),
    /** Goods go back to the customer. */
    SEND_BACK(Fate.TO_SEND_BACK),
    /** A stock-out case has to end first: the goods that go out in exchange are not in stock. */
    AWAIT_GOODS(Fate.AWAITS_GOODS),
    /** The customer has withdrawn, and the parcel is on its way all the same. */
    AWAIT_PARCEL(null),
    /** Nothing is left to do. */
    CLOSE(null);

    private final Fate fate;

    NextStep(@Nullable Fate fate) {
        this.fate = fate;
    }

    /** The units that it is for; null if it is for the whole case. */
    @Nullable
    Fate fate() {
        return fate;
    }
}

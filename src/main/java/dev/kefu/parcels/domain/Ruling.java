package dev.kefu.parcels.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.springframework.lang.Nullable;

/** What the table {@code parcel-fault} said of a parcel, and which version of it (PAR-6). */
@Embeddable
class Ruling {

    @Enumerated(EnumType.STRING)
    private Fault fault;
    @Enumerated(EnumType.STRING)
    private FreightBearer freightPaidBy;
    @Enumerated(EnumType.STRING)
    @Column(name = "next_step")
    private FaultStep next;
    private int ruledVersion;

    protected Ruling() {
    }

    static Ruling of(Fault fault, FreightBearer freightPaidBy, FaultStep next, int version) {
        var ruling = new Ruling();
        ruling.fault = fault;
        ruling.freightPaidBy = freightPaidBy;
        ruling.next = next;
        ruling.ruledVersion = version;
        return ruling;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    @Nullable
    FreightBearer freightPaidBy() {
        return freightPaidBy;
    }

    @Nullable
    FaultStep next() {
        return next;
    }

    int version() {
        return ruledVersion;
    }

    boolean isForCourier() {
        return fault == Fault.COURIER || next == FaultStep.CLAIM;
    }

    boolean isAtTheShopsCost() {
        return freightPaidBy == FreightBearer.SHOP;
    }
}

package dev.kefu.parcels.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.springframework.lang.Nullable;

/** Why the goods did not arrive, how often they were sent, and whose fault the table says it is (PAR-1, PAR-6). */
@Embeddable
class Failing {

    @Enumerated(EnumType.STRING)
    private ParcelCause cause;
    private int attempt = 1;
    /** The last shipment of which it is known that it failed. */
    private int failedAttempt = 1;
    private boolean toBeRuled;
    /** The courier calls it delivered, and whom it was meant for does not have it. */
    private boolean deliveryDenied;
    @Embedded
    private Ruling ruling = new Ruling();

    protected Failing() {
    }

    static Failing because(ParcelCause cause) {
        var failing = new Failing();
        failing.cause = cause;
        return failing;
    }

    /** Whose fault it is has to be asked (anew). */
    void turnsOut(ParcelCause really) {
        cause = really;
        toBeRuled = true;
    }

    void denyDelivery() {
        deliveryDenied = true;
    }

    /** Somebody knows now where it is. */
    void whereaboutsAreClear() {
        deliveryDenied = false;
    }

    /** @return whether what went out again has failed like the one before, and that is news */
    boolean again(@Nullable ParcelCause why) {
        if (failedAttempt == attempt) {
            return false;
        }
        failedAttempt = attempt;
        turnsOut(why != null ? why : cause.needsOtherGoods() ? ParcelCause.UNREACHABLE : cause);
        return true;
    }

    void sentAgain() {
        attempt++;
    }

    void ruled(Ruling said) {
        ruling = said;
        toBeRuled = false;
    }

    boolean isToBeRuled() {
        return toBeRuled;
    }

    boolean isDeliveryDenied() {
        return deliveryDenied;
    }

    ParcelCause cause() {
        return cause;
    }

    int attempt() {
        return attempt;
    }

    /** Nothing is known of it before the table was asked. */
    Ruling ruling() {
        return ruling;
    }
}

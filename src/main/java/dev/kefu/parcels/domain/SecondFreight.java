package dev.kefu.parcels.domain;

import dev.kefu.couriers.CourierChoice;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.springframework.lang.Nullable;

/** Who carries the goods once more, what it costs, and what the customer pays of it (SHP-4, PAR-6). */
@Embeddable
class SecondFreight {

    private String quotedCourier;
    private String quotedName;
    private BigDecimal quotedFee;
    private Integer quotedDays;
    private String quotedWhy;
    private BigDecimal surcharge;
    private boolean surchargePaid;
    private boolean surchargeSpent;
    private boolean surchargeReturned;
    /** The refund of it was refused or given up: a supervisor decides. */
    private boolean surchargeRefused;
    private boolean surchargeKept;
    /** Nothing is to be paid for the shipment as it is quoted now: what was paid for another one goes back. */
    private boolean surchargeNeedless;

    protected SecondFreight() {
    }

    /**
     * @param payable what the customer pays; null or nothing if they pay none of it
     * @throws RuleViolation on {@code courier} if they paid another difference, for a shipment that has not left (SHP-4)
     */
    void quoted(CourierChoice choice, @Nullable Money payable) {
        var due = payable == null || !payable.isPositive() ? null : payable.amount();
        if (isSurchargeOwed() && due != null && due.compareTo(surcharge) != 0) {
            throw new RuleViolation("courier", "SHP-4",
                    "The customer has paid another difference, for %s: agree on that courier, or pay it back.".formatted(quotedName));
        }
        var quote = choice.quote();
        quotedCourier = quote.courier();
        quotedName = quote.name();
        quotedFee = quote.fee() == null ? null : quote.fee().amount();
        quotedDays = quote.days();
        quotedWhy = Text.shortened(choice.why() + " " + quote.explanation(), 2000);
        if (surchargeSpent || surchargeReturned) {
            // What was paid for an earlier shipment pays for no other one
            surchargePaid = false;
            surchargeSpent = false;
            surchargeReturned = false;
        }
        surchargeNeedless = due == null;
        if (!surchargePaid) {
            surcharge = due;
        }
    }

    /** Nobody goes there as far as the table knows: whoever sends it finds out. */
    void unknown() {
        quotedCourier = null;
        quotedName = null;
        quotedFee = null;
        quotedDays = null;
        quotedWhy = null;
        if (!surchargePaid) {
            surcharge = null;
        }
    }

    void paid() {
        surchargePaid = true;
    }

    /** What was paid went out with the parcel. */
    void spent() {
        surchargeSpent = surchargePaid && !surchargeNeedless;
    }

    void returned() {
        surchargeReturned = true;
    }

    void returnRefused() {
        surchargeRefused = true;
    }

    /** It is asked for once more. */
    void returnAgain() {
        surchargeRefused = false;
    }

    /** Somebody decided that it stays with the shop. */
    void kept() {
        surchargeRefused = false;
        surchargeKept = true;
    }

    boolean isReturnRefused() {
        return surchargeRefused;
    }

    boolean isSurchargeDue() {
        return surcharge != null && !surchargePaid;
    }

    /** Whether the customer paid for a shipment that has not left. */
    boolean isSurchargeOwed() {
        return surchargePaid && !surchargeSpent && !surchargeReturned && !surchargeKept;
    }

    boolean isSurchargePaid() {
        return surchargePaid;
    }

    boolean isSurchargeReturned() {
        return surchargeReturned;
    }

    @Nullable
    BigDecimal surcharge() {
        return surcharge;
    }

    @Nullable
    String courier() {
        return quotedCourier;
    }

    @Nullable
    String courierName() {
        return quotedName;
    }

    @Nullable
    BigDecimal fee() {
        return quotedFee;
    }

    @Nullable
    Integer days() {
        return quotedDays;
    }

    @Nullable
    String why() {
        return quotedWhy;
    }
}

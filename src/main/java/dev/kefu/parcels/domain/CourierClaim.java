package dev.kefu.parcels.domain;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.springframework.lang.Nullable;

/** What the courier is asked to make good (PAR-6). Opened once in a case; what comes of it is no money of the order. */
@Embeddable
class CourierClaim {

    @Enumerated(EnumType.STRING)
    @Column(name = "claim_status")
    private ClaimStatus status = ClaimStatus.NONE;
    private BigDecimal claimAmount;
    private String claimedBy;
    /** What is claimed for was found since. */
    private boolean claimGoodsFound;

    protected CourierClaim() {
    }

    /** @return false if it was opened before */
    boolean open() {
        if (status != ClaimStatus.NONE) {
            return false;
        }
        status = ClaimStatus.OPEN;
        return true;
    }

    /**
     * @throws RuleViolation on {@code claimAmount} if it doesn't go with the result
     * @throws Conflict      if it is not open
     */
    void settle(ClaimResult result, @Nullable BigDecimal amount, Money mostly, String by) {
        if (status != ClaimStatus.OPEN) {
            throw new Conflict("No claim against the courier is open.");
        }
        if (result == ClaimResult.WITHDRAWN && amount != null && amount.signum() != 0) {
            throw new RuleViolation("claimAmount", "PAR-6", "A withdrawn claim brings nothing; leave the amount out.");
        }
        if (result == ClaimResult.REFUSED && amount != null && amount.signum() != 0) {
            throw new RuleViolation("claimAmount", "PAR-6", "A refused claim brings nothing; leave the amount out.");
        }
        if (isForMoney(result) && (amount == null || amount.signum() <= 0)) {
            throw new RuleViolation("claimAmount", "PAR-6", "Say how much the courier pays.");
        }
        if (amount != null && amount.stripTrailingZeros().scale() > mostly.currency().getDefaultFractionDigits()) {
            throw new RuleViolation("claimAmount", "input", "claimAmount has more decimals than the currency.");
        }
        status = ClaimStatus.valueOf(result.name());
        claimAmount = isForMoney(result) ? amount : null;
        claimedBy = by;
    }

    private static boolean isForMoney(ClaimResult result) {
        return result == ClaimResult.ACCEPTED || result == ClaimResult.PARTLY;
    }

    void goodsTurnUp() {
        claimGoodsFound = true;
    }

    void goodsAreMissing() {
        claimGoodsFound = false;
    }

    boolean haveGoodsTurnedUp() {
        return claimGoodsFound;
    }

    boolean isOpen() {
        return status == ClaimStatus.OPEN;
    }

    ClaimStatus status() {
        return status;
    }

    @Nullable
    BigDecimal amount() {
        return claimAmount;
    }

    @Nullable
    String settledBy() {
        return claimedBy;
    }
}

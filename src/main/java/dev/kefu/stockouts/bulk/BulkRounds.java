package dev.kefu.stockouts.bulk;

import dev.kefu.workflow.Rounds;
import org.springframework.stereotype.Component;

/** Looks every moment whether a run has orders left, and does them; what a restart broke off goes on. */
@Component
class BulkRounds extends Rounds {

    private final BulkOpening opening;

    BulkRounds(BulkOpening opening, BulkSettings settings) {
        super("stock-outs", settings.lookEvery());
        this.opening = opening;
    }

    /** Until nothing is left, or the house closes. */
    @Override
    protected void round() {
        var isMoreLeft = true;
        while (isOpen() && isMoreLeft) {
            isMoreLeft = opening.openNext();
        }
    }
}

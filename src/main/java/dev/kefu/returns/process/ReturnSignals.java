package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.PARCEL_ARRIVED;
import static dev.kefu.returns.process.ReturnProcess.PARCEL_FAILED;
import static dev.kefu.returns.process.ReturnProcess.REPLACEMENT_LOST;
import static dev.kefu.returns.process.ReturnProcess.REPLACEMENT_SETTLED;

import dev.kefu.returns.domain.Returns;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.ParcelMoved;
import dev.kefu.shipping.ParcelState;
import dev.kefu.stock.GoodsLost;
import dev.kefu.stockouts.StockOutClosed;
import dev.kefu.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the processes of returns what other parts of the house have learnt, in the transaction in which it is stored: that a
 * courier brought the goods (RET-4), that goods in exchange are settled (RET-5). A process that does not wait for it yet looks
 * itself when it comes to wait.
 */
@Component
class ReturnSignals {

    private final Returns returns;
    private final Processes processes;

    ReturnSignals(Returns returns, Processes processes) {
        this.returns = returns;
        this.processes = processes;
    }

    @EventListener
    void on(ParcelMoved moved) {
        if (moved.parcel().leg() != Leg.TO_SHOP) {
            return;
        }
        if (moved.parcel().state() == ParcelState.DELIVERED) {
            // Also goods that come after their return has ended: they get the case that follows (RET-8)
            returns.expectedIn(moved.parcel()).stream()
                    .filter(each -> !processes.tellIfAwaited(each, Returns.KIND, PARCEL_ARRIVED))
                    .forEach(returns::cameUnexpectedly);
        } else {
            returns.wayBackMoved(moved.parcel()).forEach(each -> processes.tellIfAwaited(each, Returns.KIND, PARCEL_FAILED));
        }
    }

    /** A count found that goods in exchange are not there. It holds articles, and the return locks its order first. */
    @EventListener
    void on(GoodsLost lost) {
        if (returns.isToReplace(lost.caseNumber())) {
            processes.tellLater(lost.caseNumber(), Returns.KIND, REPLACEMENT_LOST);
        }
    }

    @EventListener
    void on(StockOutClosed closed) {
        if (returns.replacementSettled(closed)) {
            processes.tellIfAwaited(closed.parent(), Returns.KIND, REPLACEMENT_SETTLED);
        }
    }
}

package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.CAUSE;
import static dev.kefu.parcels.process.ParcelProcess.PARCEL;

import dev.kefu.parcels.domain.GoodsTurnedUp;
import dev.kefu.parcels.domain.ParcelCause;
import dev.kefu.parcels.domain.UndeliverableParcels;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shipping.ParcelMoved;
import dev.kefu.shipping.ParcelOverdue;
import dev.kefu.shipping.ParcelView;
import dev.kefu.stock.GoodsLost;
import dev.kefu.stockouts.StockOutClosed;
import dev.kefu.workflow.CaseProcess;
import dev.kefu.workflow.Processes;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what couriers report and what stock-outs come to, in the transaction in which it is stored: cases go on by it, or
 * are opened (PAR-1, PAR-5).
 */
@Component
class ParcelWatch {

    private final UndeliverableParcels parcels;
    private final Processes processes;

    ParcelWatch(UndeliverableParcels parcels, Processes processes) {
        this.parcels = parcels;
        this.processes = processes;
    }

    @EventListener
    void on(ParcelMoved moved) {
        hear(moved.parcel());
    }

    private void hear(ParcelView parcel) {
        var heard = parcels.heard(parcel);
        if (heard.told() != null) {
            tellIfAwaited(heard.told(), ParcelProcess.MOVED);
        } else if (heard.home() != null) {
            processes.startFromHouse(UndeliverableParcels.KIND, Map.of(CaseProcess.EARLIER_CASE.name(), heard.home().value(),
                    PARCEL.name(), String.valueOf(parcel.id())));
        } else if (heard.opened() != null) {
            open(parcel, heard.opened());
        }
    }

    /** A parcel on its way back is late: the courier is asked after it (PAR-5). */
    @EventListener
    void on(ParcelOverdue overdue) {
        if (parcels.isToBeChased(overdue.parcel())) {
            open(overdue.parcel(), ParcelCause.COURIER_FAULT);
        }
    }

    private void open(ParcelView parcel, ParcelCause cause) {
        processes.startFromHouse(UndeliverableParcels.KIND,
                Map.of(PARCEL.name(), String.valueOf(parcel.id()), CAUSE.name(), cause.name()));
    }

    @EventListener
    void on(StockOutClosed closed) {
        parcels.stockOutEnded(closed).ifPresent(caseNumber -> {
            tellIfAwaited(caseNumber, ParcelProcess.STOCK_OUT_CLOSED);
            parcels.sentBesides(closed.caseNumber(), caseNumber).forEach(this::hear);
        });
    }

    /** A count found that goods promised to a case are not there. It holds articles, and the case locks its order first. */
    @EventListener
    void on(GoodsLost lost) {
        if (parcels.isPromisedGoods(lost.caseNumber())) {
            processes.tellLater(lost.caseNumber(), UndeliverableParcels.KIND, ParcelProcess.MOVED);
        }
    }

    /** Whoever claims from the courier sees it, also after the case. */
    @EventListener
    void on(GoodsTurnedUp found) {
        tellIfAwaited(found.caseNumber(), ParcelProcess.GOODS_TURNED_UP);
    }

    private void tellIfAwaited(CaseNumber caseNumber, String message) {
        processes.tellIfAwaited(caseNumber, UndeliverableParcels.KIND, message);
    }
}

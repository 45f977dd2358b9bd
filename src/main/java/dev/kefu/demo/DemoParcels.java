package dev.kefu.demo;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelEvents;
import dev.kefu.shipping.ParcelReport;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Processes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Parcels with what couriers report of them; some can't be delivered, and wait at several desks. */
@Component
@Profile("demo")
class DemoParcels {

    private static final String UNDELIVERABLE = "undeliverable-parcel";

    private final ParcelEvents events;
    private final Processes processes;
    private final Accounts accounts;
    private final Clock clock;

    DemoParcels(ParcelEvents events, Processes processes, Accounts accounts, Clock clock) {
        this.events = events;
        this.processes = processes;
        this.accounts = accounts;
        this.clock = clock;
    }

    void open() {
        report("SO-1007", 40, ParcelEventStatus.PICKED_UP, "杭州转运中心");
        report("SO-1007", 10, ParcelEventStatus.IN_TRANSIT, "杭州西湖网点");

        report("SO-1018", 60, ParcelEventStatus.PICKED_UP, "杭州转运中心");
        report("SO-1018", 30, ParcelEventStatus.IN_TRANSIT, "成都转运中心");
        report("SO-1018", 5, ParcelEventStatus.FAILED_ATTEMPT, "成都武侯网点");

        report("SO-1019", 60, ParcelEventStatus.PICKED_UP, "杭州转运中心");
        report("SO-1019", 40, ParcelEventStatus.FAILED_ATTEMPT, "北京海淀网点");
        report("SO-1019", 2, ParcelEventStatus.RETURNED_TO_SENDER, "杭州余杭网点");

        report("SO-1020", 50, ParcelEventStatus.PICKED_UP, "杭州转运中心");
        tell("SO-1020", "ADDRESS_UNCLEAR", "快递员说门牌号不全。");

        report("SO-1021", 60, ParcelEventStatus.PICKED_UP, "杭州转运中心");
        report("SO-1021", 3, ParcelEventStatus.LOST, "杭州转运中心");

        report("SO-1022", 60, ParcelEventStatus.PICKED_UP, "杭州转运中心");
        var refused = tell("SO-1022", "REFUSED", "客户拒收，说下错单了。");
        accounts.runAs("warehouse", () -> processes.tell(refused, UNDELIVERABLE, "parcel-came-back", Map.of()));
    }

    private CaseNumber tell(String order, String cause, String note) {
        var number = new CaseNumber[1];
        accounts.runAs("agent", () -> number[0] = processes.start(UNDELIVERABLE,
                Map.of("trackingNumber", trackingNumberOf(order), "cause", cause, "note", note)).caseNumber());
        return number[0];
    }

    private void report(String order, int hoursAgo, ParcelEventStatus status, String place) {
        accounts.runAs("integration", () -> events.receive(new ParcelReport("demo-" + order + "-" + status, "YTO",
                trackingNumberOf(order), status, clock.instant().minus(Duration.ofHours(hoursAgo)), place)));
    }

    /** As the demo's orders have it. */
    private static String trackingNumberOf(String order) {
        return "YT" + order.substring(3) + "2026";
    }
}

package dev.kefu.shipping;

import dev.kefu.cases.CaseFiles;
import dev.kefu.shipping.CourierService.Cancelled;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the courier's service what is not wanted any more, until it knows. That a process is stopped leaves no job of the
 * engine behind that could do it. No row is locked during a call.
 */
@Component
public class Cancellations {

    private static final int SOME = 20;
    /** Longer than any call may take; who dies meanwhile leaves it to whoever looks then. */
    private static final Duration HOLD = Duration.ofMinutes(3);

    private final BookingRecords bookings;
    private final CourierService service;
    private final CaseFiles cases;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Cancellations(BookingRecords bookings, CourierService service, CaseFiles cases, TransactionTemplate transaction, Clock clock) {
        this.bookings = bookings;
        this.service = service;
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tells all that is due; one that the service doesn't take keeps no other waiting. */
    public void tellDue() {
        if (service.isConnected()) {
            for (var keys = take(); !keys.isEmpty(); keys = take()) {
                keys.forEach(this::tell);
            }
        }
    }

    private List<String> take() {
        return transaction.execute(status -> {
            var due = bookings.holdDue(clock.instant(), SOME);
            due.forEach(each -> each.tellingBy(clock.instant().plus(HOLD)));
            return due.stream().map(BookingRecord::getId).toList();
        });
    }

    private void tell(String key) {
        var answer = service.cancel(key);
        transaction.executeWithoutResult(status -> bookings.hold(key).filter(BookingRecord::isToBeCancelled).ifPresent(row -> {
            if (answer == Cancelled.UNCLEAR) {
                row.notTold(clock.instant());
                return;
            }
            row.told(answer == Cancelled.TOO_LATE);
            if (answer == Cancelled.TOO_LATE) {
                cases.recordFact(row.caseNumber(), "BOOKING_NOT_CANCELLED", key);
            } else {
                cases.recordFact(row.caseNumber(), "BOOKING_CANCELLED", key);
            }
        }));
    }
}

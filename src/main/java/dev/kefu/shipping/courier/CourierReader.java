package dev.kefu.shipping.courier;

import dev.kefu.partners.SaidFields;
import dev.kefu.shared.SearchKey;
import dev.kefu.shipping.CourierAnswer;
import dev.kefu.shipping.CourierAnswer.Booked;
import dev.kefu.shipping.CourierAnswer.Refused;
import dev.kefu.shipping.CourierAnswer.Unclear;
import dev.kefu.shipping.CourierService.Cancelled;
import java.util.Set;

/**
 * Makes sense of what a courier's service answers. To a booking: {@code {status: BOOKED | PENDING | REFUSED, trackingNumber,
 * courier?, reference?, reason?}}; to a cancellation and a redirection its HTTP status says enough, but for {@code REFUSED}.
 * Generous with letters and further fields, strict with meaning: what says neither yes nor no is unclear, and is asked again.
 */
class CourierReader {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_COURIER = 60;
    private static final int LONGEST_REFERENCE = 255;
    private static final int LONGEST_REASON = 400;
    /** These refuse without saying so. */
    private static final Set<Integer> REFUSING = Set.of(402, 422);
    /** Of a booking that it doesn't have any more, or never had. */
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    CourierAnswer booking(int status, String body) {
        if (isNoWord(status)) {
            return new Unclear("The courier service answered " + status + ".");
        }
        var said = SaidFields.in(body);
        return switch (said.code("status")) {
            case "BOOKED" -> status < 300 || status == CONFLICT ? booked(status, said) : unclear(status);
            case "PENDING" -> pending();
            case "REFUSED", "FAILED" -> refused(status, said);
            default -> REFUSING.contains(status) ? refused(status, said)
                    : status == CONFLICT || status == ACCEPTED && body.isBlank() ? pending() : unclear(status);
        };
    }

    private static CourierAnswer booked(int status, SaidFields said) {
        var number = said.text("trackingNumber", LONGEST_NUMBER + 1);
        var courier = said.text("courier", LONGEST_COURIER + 1);
        if (number == null || number.length() > LONGEST_NUMBER || SearchKey.ofNumber(number) == null
                || courier != null && courier.length() > LONGEST_COURIER) {
            return unclear(status);
        }
        return new Booked(courier, number, said.text("reference", LONGEST_REFERENCE));
    }

    private static CourierAnswer refused(int status, SaidFields said) {
        var reason = said.text("reason", LONGEST_REASON);
        return new Refused(reason == null ? "It answered " + status + " and gave no reason." : reason);
    }

    private static CourierAnswer pending() {
        return new Unclear("The courier service has not decided yet.");
    }

    private static CourierAnswer unclear(int status) {
        return new Unclear("What the courier service answered (" + status + ") says neither yes nor no.");
    }

    Cancelled cancellation(int status, String body) {
        if (isNoWord(status)) {
            return Cancelled.UNCLEAR;
        }
        if (isRefusal(status, body)) {
            return Cancelled.TOO_LATE;
        }
        return GONE.contains(status) || status < 300 && !isPending(status, body) ? Cancelled.DONE : Cancelled.UNCLEAR;
    }

    boolean redirection(int status, String body) {
        return !isNoWord(status) && status < 300 && !isRefusal(status, body) && !isPending(status, body);
    }

    private static boolean isRefusal(int status, String body) {
        return REFUSING.contains(status) || Set.of("REFUSED", "FAILED").contains(SaidFields.in(body).code("status"));
    }

    private static boolean isPending(int status, String body) {
        var said = SaidFields.in(body).code("status");
        return said.equals("PENDING") || status == ACCEPTED && said.isEmpty();
    }

    private static boolean isNoWord(int status) {
        return status < 200 || status >= 300 && status < 400 || status >= 500 || status == TOO_MANY;
    }
}

package dev.kefu;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** A courier's service of the tests' own: it takes one parcel for each key, cancels what was not picked up, and redirects. */
public final class CourierDesk extends OutsideService<CourierDesk> {

    public static final String SECRET = "a secret that only the courier service and Kefu know";

    private static final AtomicInteger NUMBERS = new AtomicInteger(7000);

    /** What it does with a booking, a cancellation or a redirection. */
    @FunctionalInterface
    public interface Manner extends OutsideService.Manner<CourierDesk> {
    }

    private final Map<String, String> booked = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<String> cancelled = Collections.synchronizedSet(new TreeSet<>());

    /** Does what it is asked, and says so. */
    public static final Manner SERVES = (desk, order, line) -> line.say(200, desk.serve(order));
    /** Takes the parcel, but the answer comes too late. */
    public static final Manner SERVES_TOO_SLOWLY = (desk, order, line) -> {
        desk.serve(order);
        line.hold();
    };
    /** Takes the parcel, and dies before it has said so. */
    public static final Manner DIES_AFTER_SERVING = (desk, order, line) -> desk.serve(order);
    /** Takes the parcel, and dies in the middle of saying so. */
    public static final Manner DIES_IN_MID_SENTENCE = (desk, order, line) -> {
        var answer = Line.http(200, desk.serve(order));
        line.raw(answer.substring(0, answer.length() - 10));
    };
    public static final Manner REFUSES = (desk, order, line) ->
            line.say(422, "{\"status\": \"Refused\", \"reason\": \"Nobody drives there\"}");

    public static Manner answers(int status, String body) {
        return (desk, order, line) -> line.say(status, body);
    }

    public CourierDesk() {
        super(SECRET);
    }

    public String url() {
        return address("/bookings?of=kefu");
    }

    @Override
    public void forget() {
        super.forget();
        booked.clear();
        cancelled.clear();
    }

    /** The number of the parcel that it took under this key; null if it took none. */
    public String numberOf(String key) {
        return booked.get(key);
    }

    public boolean hasCancelled(String key) {
        return cancelled.contains(key);
    }

    private String serve(Order order) {
        if (order.path().startsWith("/bookings/cancellations?")) {
            cancelled.add(order.text("key"));
            return "{\"status\": \"CANCELLED\"}";
        }
        if (order.path().startsWith("/bookings/redirections?")) {
            return "{}";
        }
        return "{\"status\": \"BOOKED\", \"courier\": \"%s\", \"trackingNumber\": \"%s\", \"reference\": \"R-1\"}".formatted(
                order.text("courier"), booked.computeIfAbsent(order.key(), key -> "CD" + NUMBERS.incrementAndGet()));
    }

    @Override
    protected OutsideService.Manner<CourierDesk> usual() {
        return SERVES;
    }

    @Override
    protected CourierDesk self() {
        return this;
    }
}

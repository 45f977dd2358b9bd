package dev.kefu.couriers;

import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the couriers, their fees and where they go (SHP-2 to SHP-5). */
@Service
@Transactional
public class Couriers {

    /** The code of the courier that is called so: its code, its Chinese or its English name, however it is written. */
    @Transactional(readOnly = true)
    public Optional<String> codeOf(@Nullable String courier) {
        throw new UnsupportedOperationException();
    }

    /** What every courier takes, reached ones first, then the cheapest. Weight in grams. */
    @Transactional(readOnly = true)
    public List<CourierQuote> quotes(Destination to, int weightGrams) {
        throw new UnsupportedOperationException();
    }

    /** What this courier takes; empty if nobody knows it. */
    @Transactional(readOnly = true)
    public Optional<CourierQuote> quote(String courier, Destination to, int weightGrams) {
        throw new UnsupportedOperationException();
    }

    /**
     * Who carries it: as the table {@code courier-choice} says or, where that courier does not go, the next default one, then
     * the cheapest that does.
     *
     * @param failedCourier who could not deliver it before; null if nobody
     * @param wantedCourier whom the customer asks for (SHP-5); null if nobody
     * @return empty if nobody goes there
     * @throws dev.kefu.shared.RuleViolation on {@code courier} if the wanted one is unknown or does not go there
     */
    public Optional<CourierChoice> choose(Destination to, int weightGrams, @Nullable String failedCourier,
            @Nullable String wantedCourier) {
        throw new UnsupportedOperationException();
    }
}

package dev.kefu.shipping;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * Where a parcel is, told from its events in the order in which they happened, whenever and however often they were told.
 *
 * <p>Two questions are kept apart: where it is, and whether it is on its way home. Once it is, whatever hands it over hands it
 * to the sender: only a new pick-up, or people who know better, turn it round.
 *
 * @param failedAttempts since it was last picked up from its sender
 * @param since          when it came into this state; null while nothing was reported
 * @param contradicted   whether something was reported that can't have been
 */
record Journey(ParcelState state, int failedAttempts, @Nullable Instant since, @Nullable String place, boolean contradicted) {

    static final Journey NOT_BEGUN = new Journey(ParcelState.ANNOUNCED, 0, null, null, false);

    /**
     * One thing that happened.
     *
     * @param sequence in which it was told
     * @param byPeople whether somebody of the house looked or asked; they say whom it was handed to, couriers don't
     */
    record Step(ParcelEventStatus status, Instant at, @Nullable String place, long sequence, boolean byPeople) {
    }

    /** At the same moment the later station of a way counts as the later one. */
    private static final List<ParcelEventStatus> STATIONS = List.of(ParcelEventStatus.PICKED_UP, ParcelEventStatus.IN_TRANSIT,
            ParcelEventStatus.FAILED_ATTEMPT, ParcelEventStatus.DAMAGED, ParcelEventStatus.LOST, ParcelEventStatus.RETURNING,
            ParcelEventStatus.RETURNED_TO_SENDER, ParcelEventStatus.DELIVERED);

    static final Comparator<Step> AS_IT_HAPPENED = Comparator.comparing(Step::at)
            .thenComparing(step -> STATIONS.indexOf(step.status())).thenComparingLong(Step::sequence);

    static Journey of(Collection<Step> steps) {
        var walk = new Walk();
        steps.stream().sorted(AS_IT_HAPPENED).forEach(walk::take);
        return walk.journey();
    }

    /** The shop says that it arrived, which counts as long as couriers don't say that it went wrong or goes home. */
    Journey orDelivered(Instant deliveredAt) {
        return switch (state) {
            case ANNOUNCED, UNDER_WAY, FAILED_ATTEMPT ->
                    new Journey(ParcelState.DELIVERED, failedAttempts, deliveredAt, place, contradicted);
            case DELIVERED, RETURNING, RETURNED, LOST, DAMAGED -> this;
        };
    }

    private static final class Walk {

        private ParcelState state = ParcelState.ANNOUNCED;
        private boolean isHomeward;
        private int failedAttempts;
        @Nullable
        private Instant lastFailure;
        @Nullable
        private Instant since;
        @Nullable
        private String place;
        private boolean contradicted;

        void take(Step step) {
            switch (step.status()) {
                case PICKED_UP -> pickedUp(step);
                case IN_TRANSIT -> seen(step);
                case FAILED_ATTEMPT -> failed(step);
                case DELIVERED -> handedOver(step);
                case RETURNING -> turnedRound(step);
                case RETURNED_TO_SENDER -> cameHome(step);
                case LOST -> wentWrong(step, ParcelState.LOST);
                case DAMAGED -> wentWrong(step, ParcelState.DAMAGED);
            }
        }

        private void pickedUp(Step step) {
            if (state == ParcelState.DELIVERED) {
                contradict();
                return;
            }
            if (isHomeward) {
                // The sender has sent it once more
                isHomeward = false;
                failedAttempts = 0;
                lastFailure = null;
            }
            become(ParcelState.UNDER_WAY, step);
        }

        private void seen(Step step) {
            switch (state) {
                case DELIVERED, RETURNED -> contradict();
                // A parcel that travels on is not whole again
                case DAMAGED -> stay(step);
                default -> become(isHomeward ? ParcelState.RETURNING : ParcelState.UNDER_WAY, step);
            }
        }

        private void failed(Step step) {
            if (state == ParcelState.DELIVERED || state == ParcelState.RETURNED) {
                contradict();
            } else if (isHomeward) {
                become(ParcelState.RETURNING, step);
            } else if (!step.at().equals(lastFailure)) {
                // The same attempt may be told under two ids
                failedAttempts++;
                lastFailure = step.at();
                state = ParcelState.FAILED_ATTEMPT;
                since = step.at();
                stay(step);
            }
        }

        private void handedOver(Step step) {
            if (isHomeward && !step.byPeople()) {
                become(ParcelState.RETURNED, step);
                return;
            }
            contradicted |= isHomeward;
            isHomeward = false;
            become(ParcelState.DELIVERED, step);
        }

        /** Delivered first, into a locker or by mistake, it may still come home; then it was not delivered after all. */
        private void turnedRound(Step step) {
            contradicted |= state == ParcelState.DELIVERED || state == ParcelState.RETURNED;
            isHomeward = true;
            if (state != ParcelState.RETURNED) {
                become(ParcelState.RETURNING, step);
            }
        }

        private void cameHome(Step step) {
            contradicted |= state == ParcelState.DELIVERED;
            isHomeward = true;
            become(ParcelState.RETURNED, step);
        }

        private void wentWrong(Step step, ParcelState how) {
            if (state == ParcelState.DELIVERED || state == ParcelState.RETURNED) {
                contradict();
            } else {
                become(how, step);
            }
        }

        private void contradict() {
            contradicted = true;
        }

        private void become(ParcelState next, Step step) {
            if (state != next) {
                state = next;
                since = step.at();
            }
            stay(step);
        }

        private void stay(Step step) {
            if (step.place() != null) {
                place = step.place();
            }
        }

        Journey journey() {
            return new Journey(state, failedAttempts, since, place, contradicted);
        }
    }
}

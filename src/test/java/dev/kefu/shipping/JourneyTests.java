package dev.kefu.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.shipping.Journey.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a parcel is, of events in whichever order they are told: each is written with the hour at which it happened. */
class JourneyTests {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");
    private static final Random LOT = new Random(38);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // What happened                                                    | state          | failed | since | contradicted
        "-                                                                  | ANNOUNCED      | 0      | -     | false",
        "PICKED_UP@1                                                        | UNDER_WAY      | 0      | 1     | false",
        "PICKED_UP@1 IN_TRANSIT@2 IN_TRANSIT@3                              | UNDER_WAY      | 0      | 1     | false",
        "PICKED_UP@1 IN_TRANSIT@2 DELIVERED@3                               | DELIVERED      | 0      | 3     | false",
        "DELIVERED@3 DELIVERED@4                                            | DELIVERED      | 0      | 3     | false",
        "IN_TRANSIT@2 FAILED_ATTEMPT@3                                      | FAILED_ATTEMPT | 1      | 3     | false",
        "FAILED_ATTEMPT@3 FAILED_ATTEMPT@27                                 | FAILED_ATTEMPT | 2      | 27    | false",
        "FAILED_ATTEMPT@3 IN_TRANSIT@5                                      | UNDER_WAY      | 1      | 5     | false",
        "FAILED_ATTEMPT@3 IN_TRANSIT@5 FAILED_ATTEMPT@9 DELIVERED@11        | DELIVERED      | 2      | 11    | false",
        // Once it goes home, whoever hands it over hands it to the sender
        "IN_TRANSIT@2 RETURNING@3                                           | RETURNING      | 0      | 3     | false",
        "RETURNING@3 IN_TRANSIT@4 IN_TRANSIT@5                              | RETURNING      | 0      | 3     | false",
        "RETURNING@3 DELIVERED@9                                            | RETURNED       | 0      | 9     | false",
        "RETURNING@3 RETURNED_TO_SENDER@9                                   | RETURNED       | 0      | 9     | false",
        "RETURNED_TO_SENDER@9                                               | RETURNED       | 0      | 9     | false",
        "RETURNED_TO_SENDER@9 DELIVERED@10                                  | RETURNED       | 0      | 9     | false",
        "FAILED_ATTEMPT@2 RETURNING@3 FAILED_ATTEMPT@8 DELIVERED@9          | RETURNED       | 1      | 9     | false",
        // A late report that happened before tells where it was really delivered
        "DELIVERED@9 RETURNING@3                                            | RETURNED       | 0      | 9     | false",
        "DELIVERED@9 RETURNED_TO_SENDER@9                                   | RETURNED       | 0      | 9     | false",
        // A new pick-up turns it round
        "FAILED_ATTEMPT@2 RETURNING@3 RETURNED_TO_SENDER@9 PICKED_UP@20     | UNDER_WAY      | 0      | 20    | false",
        "RETURNED_TO_SENDER@9 PICKED_UP@20 DELIVERED@30                     | DELIVERED      | 0      | 30    | false",
        "RETURNED_TO_SENDER@9 PICKED_UP@20 RETURNING@25 DELIVERED@30        | RETURNED       | 0      | 30    | false",
        "FAILED_ATTEMPT@2 PICKED_UP@3                                       | UNDER_WAY      | 1      | 3     | false",
        // Delivered by mistake, or into a locker, and home again
        "DELIVERED@5 RETURNING@6                                            | RETURNING      | 0      | 6     | true",
        "DELIVERED@5 RETURNING@6 DELIVERED@9                                | RETURNED       | 0      | 9     | true",
        "DELIVERED@5 RETURNED_TO_SENDER@6                                   | RETURNED       | 0      | 6     | true",
        // What can't have been
        "DELIVERED@5 IN_TRANSIT@6                                           | DELIVERED      | 0      | 5     | true",
        "DELIVERED@5 PICKED_UP@6                                            | DELIVERED      | 0      | 5     | true",
        "DELIVERED@5 FAILED_ATTEMPT@6                                       | DELIVERED      | 0      | 5     | true",
        "DELIVERED@5 LOST@6                                                 | DELIVERED      | 0      | 5     | true",
        "DELIVERED@5 DAMAGED@6                                              | DELIVERED      | 0      | 5     | true",
        "RETURNED_TO_SENDER@5 IN_TRANSIT@6                                  | RETURNED       | 0      | 5     | true",
        "RETURNED_TO_SENDER@5 LOST@6                                        | RETURNED       | 0      | 5     | true",
        "RETURNED_TO_SENDER@5 RETURNING@6                                   | RETURNED       | 0      | 5     | true",
        // Lost, and found wherever it went on
        "IN_TRANSIT@2 LOST@5                                                | LOST           | 0      | 5     | false",
        "LOST@5 IN_TRANSIT@6                                                | UNDER_WAY      | 0      | 6     | false",
        "LOST@5 IN_TRANSIT@4                                                | LOST           | 0      | 5     | false",
        "LOST@5 DELIVERED@6                                                 | DELIVERED      | 0      | 6     | false",
        "RETURNING@3 LOST@5 IN_TRANSIT@6                                    | RETURNING      | 0      | 6     | false",
        "RETURNING@3 LOST@5 DELIVERED@6                                     | RETURNED       | 0      | 6     | false",
        "LOST@5 FAILED_ATTEMPT@6                                            | FAILED_ATTEMPT | 1      | 6     | false",
        // A parcel that travels on is not whole again
        "DAMAGED@5 IN_TRANSIT@6                                             | DAMAGED        | 0      | 5     | false",
        "DAMAGED@5 RETURNING@6                                              | RETURNING      | 0      | 6     | false",
        "DAMAGED@5 DELIVERED@6                                              | DELIVERED      | 0      | 6     | false",
        // At the same moment
        "DELIVERED@5 IN_TRANSIT@5                                           | DELIVERED      | 0      | 5     | false",
        "DELIVERED@5 RETURNING@5                                            | RETURNED       | 0      | 5     | false",
        "DELIVERED@5 LOST@5                                                 | DELIVERED      | 0      | 5     | false",
        "FAILED_ATTEMPT@5 FAILED_ATTEMPT@5                                  | FAILED_ATTEMPT | 1      | 5     | false",
        "FAILED_ATTEMPT@5 DELIVERED@5                                       | DELIVERED      | 1      | 5     | false",
        "PICKED_UP@5 RETURNING@5                                            | RETURNING      | 0      | 5     | false"})
    void isWhereItsEventsLeadToInWhicheverOrderTheyAreTold(String happened, ParcelState state, int failed, Integer since,
            boolean contradicted) {
        var told = new ArrayList<>(steps(happened));

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(told, LOT);
            var journey = Journey.of(told);

            assertThat(journey.state()).isEqualTo(state);
            assertThat(journey.failedAttempts()).isEqualTo(failed);
            assertThat(journey.since()).isEqualTo(since == null ? null : at(since));
            assertThat(journey.contradicted()).isEqualTo(contradicted);
        }
    }

    @Test
    void believesPeopleAboutWhomItWasHandedTo() {
        var home = steps("RETURNING@3");

        assertThat(Journey.of(with(home, new Step(ParcelEventStatus.DELIVERED, at(4), null, 99, true))).state())
                .isEqualTo(ParcelState.DELIVERED);
        assertThat(Journey.of(with(home, new Step(ParcelEventStatus.DELIVERED, at(4), null, 99, false))).state())
                .isEqualTo(ParcelState.RETURNED);
    }

    @Test
    void wasLastWhereItsLastBelievableEventWas() {
        var seen = List.of(new Step(ParcelEventStatus.IN_TRANSIT, at(1), "Hangzhou", 1, false),
                new Step(ParcelEventStatus.IN_TRANSIT, at(2), "Chengdu", 2, false),
                new Step(ParcelEventStatus.DELIVERED, at(3), null, 3, false),
                new Step(ParcelEventStatus.IN_TRANSIT, at(4), "Harbin", 4, false));

        assertThat(Journey.of(seen).place()).isEqualTo("Chengdu");
    }

    /** Of many ways at random: what is told twice changes nothing, and nothing but people delivers a parcel that goes home. */
    @Test
    void comesToTheSameHoweverOftenAndInWhicheverOrderItIsTold() {
        for (int way = 0; way < 2000; way++) {
            var steps = new ArrayList<Step>();
            for (int i = LOT.nextInt(8); i >= 0; i--) {
                steps.add(new Step(ParcelEventStatus.values()[LOT.nextInt(8)], at(LOT.nextInt(6)), null, i, false));
            }
            var once = Journey.of(steps);

            var twice = new ArrayList<>(steps);
            twice.addAll(steps);
            Collections.shuffle(twice, LOT);

            assertThat(Journey.of(twice).state()).as(steps.toString()).isEqualTo(once.state());
            assertThat(Journey.of(twice).failedAttempts()).as(steps.toString()).isEqualTo(once.failedAttempts());
            var last = steps.stream().max(Journey.AS_IT_HAPPENED).orElseThrow();
            var turned = steps.stream().filter(each -> each.status() == ParcelEventStatus.RETURNING
                    || each.status() == ParcelEventStatus.RETURNED_TO_SENDER).findAny().isPresent();
            var pickedUp = steps.stream().anyMatch(each -> each.status() == ParcelEventStatus.PICKED_UP);
            if (turned && !pickedUp && last.status() == ParcelEventStatus.DELIVERED) {
                assertThat(once.state()).as(steps.toString()).isEqualTo(ParcelState.RETURNED);
            }
        }
    }

    private static List<Step> with(List<Step> steps, Step one) {
        var more = new ArrayList<>(steps);
        more.add(one);
        return more;
    }

    private static List<Step> steps(String happened) {
        if (happened == null) {
            return List.of();
        }
        var told = new AtomicInteger();
        return Arrays.stream(happened.strip().split(" +")).map(each -> each.split("@"))
                .map(each -> new Step(ParcelEventStatus.valueOf(each[0]), at(Integer.parseInt(each[1])), null,
                        told.incrementAndGet(), false)).toList();
    }

    private static Instant at(int hour) {
        return MIDNIGHT.plusSeconds(3600L * hour);
    }
}

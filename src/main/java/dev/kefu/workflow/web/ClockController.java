package dev.kefu.workflow.web;

import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.MovableTime;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import org.springframework.context.annotation.Profile;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the department's time and, for those who lead a demonstration, moves it. */
@RestController
@Tag(name = "Clock", description = "The demo's time, to look ahead")
@Profile("demo")
@RequestMapping("/api/clock")
class ClockController {

    private static final int LATEST_YEAR = 2200;

    private final MovableTime time;
    private final Clock clock;
    private final Actors actors;

    ClockController(MovableTime time, Clock clock, Actors actors) {
        this.time = time;
        this.clock = clock;
        this.actors = actors;
    }

    /** @param now the time in the shop's zone */
    record ShopTime(OffsetDateTime now) {
    }

    /**
     * One of the two.
     *
     * @param now     the instant to move to, with its offset
     * @param advance how far to go on, such as {@code P7D} or {@code PT90M}
     */
    record Move(@Nullable OffsetDateTime now, @Nullable String advance) {
    }

    @GetMapping
    ShopTime show() {
        return new ShopTime(atShop(ZonedDateTime.now(clock)));
    }

    @PutMapping
    ShopTime move(@RequestBody Move move) {
        actors.requireAnyOf(Groups.SUPERVISORS);
        if ((move.now() == null) == (move.advance() == null)) {
            throw new RuleViolation("now", "input", "Give either now or advance.");
        }
        var target = move.now() != null ? move.now().atZoneSameInstant(clock.getZone())
                : advanced(move.advance());
        if (target.getYear() > LATEST_YEAR || target.getYear() < 2000) {
            throw new RuleViolation(move.now() == null ? "advance" : "now", "input",
                    "The clock goes from the year 2000 to " + LATEST_YEAR + ".");
        }
        return new ShopTime(atShop(time.moveTo(target.toInstant()).atZone(clock.getZone())));
    }

    private ZonedDateTime advanced(String amount) {
        try {
            return ZonedDateTime.now(clock).plus(parse(amount));
        } catch (DateTimeException | ArithmeticException unfit) {
            throw new RuleViolation("advance", "input",
                    "advance must be a period or duration such as P7D or PT90M.");
        }
    }

    private static TemporalAmount parse(String amount) {
        return amount.contains("T") || amount.contains("t") ? Duration.parse(amount) : Period.parse(amount);
    }

    private static OffsetDateTime atShop(ZonedDateTime time) {
        return time.toOffsetDateTime();
    }
}

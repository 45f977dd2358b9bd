package dev.kefu.returns.domain;

import dev.kefu.shared.StartRefused;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How returns are dealt with: {@code kefu.returns.*}.
 *
 * @param address         where customers send goods; in every approval
 * @param remindAfterDays so many calendar days after the way back was arranged, or the goods were sent, the customer is
 *                        reminded (RET-8)
 * @param expireAfterDays so many days after the same moment the return expires
 * @param usualWeightGrams what a unit is taken to weigh of which the order does not say it, where a collection is booked
 */
@ConfigurationProperties("kefu.returns")
record ReturnSettings(@DefaultValue("") String address, @DefaultValue("7") int remindAfterDays,
        @DefaultValue("10") int expireAfterDays, @DefaultValue("1000") int usualWeightGrams) {

    ReturnSettings {
        if (address.isBlank()) {
            throw new StartRefused("Nobody knows where customers send goods.", "Set KEFU_RETURNS_ADDRESS.");
        }
        if (remindAfterDays < 1) {
            throw new StartRefused("A reminder after " + remindAfterDays + " days can't be.",
                    "Set kefu.returns.remind-after-days to 1 or more.");
        }
        if (expireAfterDays <= remindAfterDays) {
            throw new StartRefused("Returns would expire after " + expireAfterDays + " days and be reminded of after "
                    + remindAfterDays + ".", "Set kefu.returns.expire-after-days to more than remind-after-days.");
        }
        if (usualWeightGrams < 1) {
            throw new StartRefused("A unit that weighs " + usualWeightGrams + " grams can't be.",
                    "Set kefu.returns.usual-weight-grams to 1 or more.");
        }
    }

    /** When the customer is reminded: so many calendar days later in the shop, at the same time of day. */
    Instant reminder(Instant since, ZoneId zone) {
        return since.atZone(zone).plusDays(remindAfterDays).toInstant();
    }

    /** When it is looked again after goods that a courier has, or that are waited for in spite of bad news. */
    Instant nextLook(Instant since, ZoneId zone) {
        return since.atZone(zone).plusDays(expireAfterDays - remindAfterDays).toInstant();
    }

    Instant expiry(Instant since, ZoneId zone) {
        return since.atZone(zone).plusDays(expireAfterDays).toInstant();
    }
}

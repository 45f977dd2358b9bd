package dev.kefu.stockouts.domain;

import dev.kefu.shared.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stock-outs are dealt with: {@code kefu.stockouts.*}.
 *
 * @param silenceAfterDays   so many office days after the question the table says what silence means (STK-4)
 * @param askAgainAfterHours so many office hours after a customer could not be reached they are tried again
 * @param lookAgainAfterDays so many office days after nobody knew a day, an agent looks again
 */
@ConfigurationProperties("kefu.stockouts")
record StockOutSettings(@DefaultValue("3") int silenceAfterDays, @DefaultValue("4") int askAgainAfterHours,
        @DefaultValue("10") int lookAgainAfterDays) {

    StockOutSettings {
        if (silenceAfterDays < 1 || askAgainAfterHours < 1 || lookAgainAfterDays < 1) {
            throw new StartRefused("A customer needs some time to answer about goods that are late.",
                    "Set kefu.stockouts.silence-after-days, ask-again-after-hours and look-again-after-days to 1 or more.");
        }
    }
}

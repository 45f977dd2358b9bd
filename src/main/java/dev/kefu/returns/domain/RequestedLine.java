package dev.kefu.returns.domain;

import dev.kefu.shared.Text;
import org.springframework.lang.Nullable;

/**
 * A row of the request as it is typed; checked by {@link ReturnRequest}.
 *
 * @param line      number of the order line
 * @param quantity  units that the customer sends back
 * @param wantedSku what they want in exchange; null for the same article again
 */
public record RequestedLine(@Nullable Integer line, @Nullable Integer quantity, @Nullable String wantedSku) {

    public RequestedLine {
        wantedSku = wantedSku == null || Text.isBlank(wantedSku) ? null : Text.composed(wantedSku);
    }
}

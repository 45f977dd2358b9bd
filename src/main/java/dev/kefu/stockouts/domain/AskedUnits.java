package dev.kefu.stockouts.domain;

import org.springframework.lang.Nullable;

/** A row of the report as it is typed; checked by {@link StockOutRequest}. */
public record AskedUnits(@Nullable Integer line, @Nullable Integer quantity) {
}

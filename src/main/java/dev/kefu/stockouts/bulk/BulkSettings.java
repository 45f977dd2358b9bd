package dev.kefu.stockouts.bulk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How stock-outs are opened in bulk: {@code kefu.bulk-stock-outs.*}.
 *
 * @param lookEvery how often it is looked whether a run has orders left; 0 never
 */
@ConfigurationProperties("kefu.bulk-stock-outs")
record BulkSettings(@DefaultValue("1s") Duration lookEvery) {
}

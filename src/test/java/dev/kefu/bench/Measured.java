package dev.kefu.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rounds of returns and what they used together.
 *
 * @param perSecond returns in each second, one figure for each round
 * @param returns   of all rounds
 */
record Measured(List<Double> perSecond, Usage usage, int returns) {

    Measured and(Measured other) {
        return new Measured(Stream.concat(perSecond.stream(), other.perSecond.stream()).toList(),
                usage.and(other.usage), returns + other.returns);
    }

    double median() {
        return perSecond.stream().sorted().toList().get(perSecond.size() / 2);
    }

    double inserted() {
        return each(usage.inserted().values().stream().mapToLong(Long::longValue).sum());
    }

    /** Those that are written at least once in ten returns, most first. */
    String rowsByTable() {
        return usage.inserted().entrySet().stream()
                .filter(table -> each(table.getValue()) >= 0.1)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(table -> "`%s` %.1f".formatted(table.getKey(), each(table.getValue())))
                .collect(Collectors.joining(", ")) + ".";
    }

    double updated() {
        return each(usage.updated());
    }

    double deleted() {
        return each(usage.deleted());
    }

    double kilobytesOfLog() {
        return each(usage.wal()) / 1000;
    }

    double writes() {
        return each(usage.writes());
    }

    double milliseconds() {
        return each(usage.jvm().plus(usage.server()).toMillis());
    }

    private double each(long total) {
        return (double) total / returns;
    }
}

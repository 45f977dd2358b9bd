package dev.kefu.bench;

import java.util.function.ToDoubleFunction;

/** What the same cases took on either side. */
class Comparison {

    private final String what;
    private final double claims;
    private Measured kefu;
    private Measured starter;

    /**
     * @param what   one of the cases is
     * @param claims of people, in each
     */
    Comparison(String what, double claims) {
        this.what = what;
        this.claims = claims;
    }

    void kefu(Measured round) {
        kefu = kefu == null ? round : kefu.and(round);
    }

    void starter(Measured round) {
        starter = starter == null ? round : starter.and(round);
    }

    void publish(Report report, int clients, int rounds) {
        report.table("Per " + what + ", " + clients + " clients, " + kefu.returns() + " cases", "Kefu", "starter's defaults",
                "ratio");
        row(report, "Cases per second (median of " + rounds + " rounds)", Measured::median);
        row(report, "Rows inserted", Measured::inserted);
        row(report, "Rows updated", Measured::updated);
        row(report, "Rows deleted", Measured::deleted);
        row(report, "Write-ahead log, kB", Measured::kilobytesOfLog);
        row(report, "Write transactions beside %.1f claims".formatted(claims), measured -> measured.writes() - claims);
        row(report, "Processor time, ms", Measured::milliseconds);
        report.says("Kefu's rows in each: " + kefu.rowsByTable());
    }

    private void row(Report report, String line, ToDoubleFunction<Measured> figure) {
        var ours = figure.applyAsDouble(kefu);
        var theirs = figure.applyAsDouble(starter);
        report.row(line, "%.1f".formatted(ours), "%.1f".formatted(theirs), "%.2f".formatted(ours / theirs));
    }
}

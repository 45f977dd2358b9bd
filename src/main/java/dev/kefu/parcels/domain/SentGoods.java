package dev.kefu.parcels.domain;

import dev.kefu.stock.Findings;
import org.springframework.lang.Nullable;

/** What may be found in a parcel that came home: what was sent in it (PAR-3). */
class SentGoods implements Findings.Expectation {

    @Override
    public String rule() {
        return "PAR-3";
    }

    @Override
    public String notAmong(@Nullable Integer line) {
        return "Line " + line + " was not in this parcel.";
    }

    @Override
    public String countRule() {
        return "PAR-3";
    }

    @Override
    public String tooMany(int line, long found, int expected) {
        return "Line " + line + ": " + found + " units were found, but only " + expected + " were sent.";
    }
}

package dev.kefu.returns.domain;

import dev.kefu.stock.Findings;
import org.springframework.lang.Nullable;

/** What may be found in a return: what was approved (RET-4, RET-6). */
class ApprovedGoods implements Findings.Expectation {

    @Override
    public String rule() {
        return "RET-4";
    }

    @Override
    public String notAmong(@Nullable Integer line) {
        return "Line " + line + " is not part of this return.";
    }

    @Override
    public String countRule() {
        return "RET-6";
    }

    @Override
    public String tooMany(int line, long found, int expected) {
        return "Line " + line + ": " + found + " units were found, but only " + expected + " were approved.";
    }
}

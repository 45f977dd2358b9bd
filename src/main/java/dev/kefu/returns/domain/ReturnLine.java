package dev.kefu.returns.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.springframework.lang.Nullable;

/** One line of a return: the units asked for and what the policy said about them. */
@Embeddable
class ReturnLine {

    private int quantity;
    private Boolean allowed;
    private String why;
    @Enumerated(EnumType.STRING)
    private FreightPayer freightPaidBy;
    private LocalDate returnUntil;
    private Integer policyVersion;

    protected ReturnLine() {
    }

    static ReturnLine of(int quantity) {
        var line = new ReturnLine();
        line.quantity = quantity;
        return line;
    }

    void judge(Verdict verdict) {
        allowed = verdict.allowed();
        why = verdict.why();
        freightPaidBy = verdict.freightPaidBy();
        returnUntil = verdict.returnUntil();
        policyVersion = verdict.policyVersion();
    }

    int quantity() {
        return quantity;
    }

    @Nullable
    Verdict verdict() {
        return allowed == null ? null : new Verdict(allowed, why, freightPaidBy, returnUntil, policyVersion);
    }
}

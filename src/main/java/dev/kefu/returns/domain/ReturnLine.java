package dev.kefu.returns.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.Objects;
import org.springframework.lang.Nullable;

/** One line of a return: the units asked for, as the order calls them, and what the policy said about them. */
@Embeddable
class ReturnLine {

    private int quantity;
    private String sku;
    private String name;
    private String wantedSku;
    private boolean byException;
    @Embedded
    private Verdict verdict;

    protected ReturnLine() {
    }

    /** @param wantedSku what the customer wants in exchange, null for the same article again */
    static ReturnLine asked(int quantity, String sku, String name, @Nullable String wantedSku) {
        var line = new ReturnLine();
        line.quantity = quantity;
        line.sku = sku;
        line.name = name;
        line.wantedSku = wantedSku;
        return line;
    }

    /** The same request in another case; what was decided about it there does not count. */
    ReturnLine again() {
        return asked(quantity, sku, name, wantedSku);
    }

    void judge(Verdict ruling) {
        verdict = ruling;
        byException = false;
    }

    /** A supervisor lets it in, if the policy does not. */
    void letIn() {
        byException = !isWithinPolicy();
    }

    boolean isWithinPolicy() {
        return verdict == null || verdict.allowed();
    }

    boolean isByException() {
        return byException;
    }

    /** The ruling that counts for the line's units: what a supervisor let in stays let in, whatever is found. */
    Verdict binding(Verdict ruling) {
        return byException ? ruling.letIn() : ruling;
    }

    int quantity() {
        return quantity;
    }

    String sku() {
        return sku;
    }

    String name() {
        return name;
    }

    @Nullable
    String wantedSku() {
        return wantedSku;
    }

    /** What goes out if the line's units are replaced. */
    String replacementSku() {
        return Objects.requireNonNullElse(wantedSku, sku);
    }

    /** What the policy said of the request, null before it was asked. */
    @Nullable
    Verdict verdict() {
        return verdict;
    }
}

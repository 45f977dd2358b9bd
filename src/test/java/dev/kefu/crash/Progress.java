package dev.kefu.crash;

import java.util.ArrayList;
import java.util.List;

/** How far an errand has come, as far as its clients know. One client at a time has it in hand. */
final class Progress {

    private final Errand errand;
    private final List<String> cases = new ArrayList<>();
    private boolean prepared;
    private boolean closed;

    Progress(Errand errand) {
        this.errand = errand;
    }

    Errand errand() {
        return errand;
    }

    /** The order is told and the goods are in stock. */
    void prepared() {
        prepared = true;
    }

    synchronized void opened(String caseNumber) {
        cases.add(caseNumber);
    }

    void closed() {
        closed = true;
    }

    boolean isPrepared() {
        return prepared;
    }

    boolean isClosed() {
        return closed;
    }

    /** The cases so far, the one that is worked on last. */
    synchronized List<String> cases() {
        return List.copyOf(cases);
    }

    /** Null before one is opened. */
    synchronized String caseNumber() {
        return cases.isEmpty() ? null : cases.get(cases.size() - 1);
    }

    @Override
    public String toString() {
        return cases() + ", " + errand;
    }
}

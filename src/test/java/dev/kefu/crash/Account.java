package dev.kefu.crash;

import java.util.Random;

/** What the payment service knows under one key. Guarded by itself. */
final class Account {

    /** What it means to do with an order, whatever it answers. */
    enum Fate { PAYS, PAYS_LATER, REFUSES, FAILS_LATER }

    private final PayoutOrder order;
    private final Fate fate;
    private String reference;
    private boolean failed;
    private int calls;

    Account(PayoutOrder order, Fate fate) {
        this.order = order;
        this.fate = fate;
    }

    /** One that was tried again after it had failed is paid in the end. */
    static Fate fate(PayoutOrder order, Random chance) {
        var number = chance.nextInt(100);
        if (number < 55) {
            return Fate.PAYS;
        }
        if (number < 85 || order.attempt() > 1) {
            return Fate.PAYS_LATER;
        }
        return number < 93 ? Fate.REFUSES : Fate.FAILS_LATER;
    }

    PayoutOrder order() {
        return order;
    }

    Fate fate() {
        return fate;
    }

    int called() {
        return ++calls;
    }

    void paid(String by) {
        reference = by;
    }

    void fail() {
        failed = true;
    }

    /** PAID, PENDING or REFUSED. */
    String status() {
        if (reference != null) {
            return "PAID";
        }
        return failed ? "REFUSED" : "PENDING";
    }

    String reference() {
        return reference;
    }
}

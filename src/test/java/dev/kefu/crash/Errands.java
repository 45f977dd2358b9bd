package dev.kefu.crash;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** The customers of a run: of every kind as many, in an order that chance makes. */
final class Errands {

    private Errands() {
    }

    static List<Errand> of(int count, Random chance, Clock clock) {
        var customers = new Customers(OffsetDateTime.now(clock));
        var kinds = new ArrayList<Function<String, Errand>>();
        kinds.addAll(new RefundErrands(customers).kinds());
        kinds.addAll(new GoodsErrands(customers).kinds());
        var all = new ArrayList<Function<String, Errand>>();
        while (all.size() < count) {
            Collections.shuffle(kinds, chance);
            all.addAll(kinds);
        }
        var errands = new ArrayList<Errand>();
        for (int i = 1; i <= count; i++) {
            errands.add(all.get(i - 1).apply("X-%04d".formatted(i)));
        }
        return errands;
    }
}

package dev.kefu.crash;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What happened how often, and what went wrong in words. */
final class Tally {

    private static final int MOST_OF_A_KIND = 3;

    private final long begin = System.nanoTime();
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> faultsOfAKind = new ConcurrentHashMap<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    void count(String what) {
        counts.computeIfAbsent(what, unknown -> new LongAdder()).increment();
    }

    /** A difference that makes the run fail. */
    void fault(String words) {
        faults.add(words);
    }

    /** The same, of which only the first few of a kind are told. */
    void fault(String kind, String words) {
        var seen = faultsOfAKind.computeIfAbsent(kind, unknown -> new LongAdder());
        seen.increment();
        if (seen.sum() <= MOST_OF_A_KIND) {
            fault(words);
        }
    }

    Queue<String> faults() {
        return faults;
    }

    double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Tells whoever watches, with the time since the beginning. */
    void says(String words) {
        System.out.printf("%7.1f s  %s%n", seconds(), words);
    }

    @Override
    public String toString() {
        return counts.entrySet().stream().map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }
}

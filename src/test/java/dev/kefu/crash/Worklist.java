package dev.kefu.crash;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The returns that wait for somebody's hand: those that are open, as soon as they are due again, else a new one. New ones
 * come one by one, so that there is work before, during and after each kill, however fast or slow the machine is.
 */
final class Worklist {

    private record Waiting(Progress one, long due) {
    }

    private final Queue<Progress> fresh;
    private final Queue<Waiting> open = new PriorityQueue<>(Comparator.comparingLong(Waiting::due));
    private final int most;
    private int released;
    private double secondsPerReturn;
    private long nextReturn = System.nanoTime();
    private int atWork;
    private int opened;
    private int closed;
    private long lastProgress = System.nanoTime();

    /** @param most how many are open at once */
    Worklist(List<Progress> returns, int most) {
        this.fresh = new ArrayDeque<>(returns);
        this.most = most;
    }

    synchronized Optional<Progress> take() {
        var next = open.peek();
        if (next != null && next.due <= System.nanoTime()) {
            atWork++;
            return Optional.of(open.remove().one);
        }
        if (!fresh.isEmpty() && opened < released && atWork + open.size() < most && nextReturn <= System.nanoTime()) {
            nextReturn += (long) (secondsPerReturn * 1e9);
            atWork++;
            opened++;
            return Optional.of(fresh.remove());
        }
        return Optional.empty();
    }

    /**
     * So many new returns more may be opened.
     *
     * @param seconds from one to the next
     */
    synchronized void release(int more, double seconds) {
        released += more;
        secondsPerReturn = seconds;
    }

    synchronized void releaseAll() {
        released = Integer.MAX_VALUE;
        secondsPerReturn = 0;
        nextReturn = System.nanoTime();
    }

    /** @param millis from now until somebody looks at it again */
    synchronized void putBack(Progress one, long millis) {
        atWork--;
        open.add(new Waiting(one, System.nanoTime() + millis * 1_000_000));
    }

    synchronized void done() {
        atWork--;
        closed++;
        progress();
    }

    synchronized void progress() {
        lastProgress = System.nanoTime();
    }

    synchronized boolean isEmpty() {
        return fresh.isEmpty() && open.isEmpty() && atWork == 0;
    }

    /** How far the work is: begun and ended returns together. */
    synchronized int progressed() {
        return opened + closed;
    }

    synchronized int closed() {
        return closed;
    }

    synchronized double secondsSinceProgress() {
        return (System.nanoTime() - lastProgress) / 1e9;
    }
}

package dev.kefu.crash;

import java.util.Random;

/**
 * Kills nodes at random moments and starts them again: mostly somewhere in the midst of work, sometimes while one is
 * starting or has only just started. Of several nodes one is down at a time.
 */
final class Killer implements Runnable {

    private static final int ONE_IN = 4;
    private static final int LONGEST_PAUSE = 1500;
    private static final int LONGEST_ABSENCE = 8000;

    private final House house;
    private final Worklist work;
    private final Tally tally;
    private final Random chance;
    private final int kills;
    private final int whole;
    private double secondsOfStart = 10;

    /** @param whole what {@link Worklist#progressed} says in the end */
    Killer(House house, Worklist work, Tally tally, Random chance, int kills, int whole) {
        this.house = house;
        this.work = work;
        this.tally = tally;
        this.chance = chance;
        this.kills = kills;
        this.whole = whole;
    }

    @Override
    public void run() {
        try {
            Node victim = null;
            for (int kill = 0; kill < kills; kill++) {
                var early = victim != null && chance.nextInt(ONE_IN) == 0;
                if (early) {
                    Thread.sleep(chance.nextInt((int) (1300 * secondsOfStart)));
                } else {
                    awaitStart(victim);
                    awaitWork(kill);
                    victim = house.nodes().get(chance.nextInt(house.nodes().size()));
                }
                kill(victim, kill);
            }
            awaitStart(victim);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException broken) {
            tally.fault(broken.getMessage());
        }
    }

    private void kill(Node victim, int kill) throws InterruptedException {
        var state = victim.answers() ? "at work" : "starting";
        victim.kill();
        tally.says("kill -9 of %s, %s for %.1f s (%d of %d; %d returns closed)".formatted(victim, state,
                victim.age().toMillis() / 1000.0, kill + 1, kills, work.closed()));
        tally.count("killed " + state);
        Thread.sleep(house.nodes().size() > 1 ? chance.nextInt(LONGEST_ABSENCE) : chance.nextInt(1000));
        victim.start();
    }

    private void awaitStart(Node victim) throws InterruptedException {
        if (victim != null) {
            victim.awaitStart();
            secondsOfStart = victim.age().toMillis() / 1000.0;
        }
    }

    /** A moment somewhere in the slice of the work that belongs to this kill. */
    private void awaitWork(int kill) throws InterruptedException {
        var from = whole * (0.02 + 0.9 * kill / kills);
        var moment = from + chance.nextDouble() * whole * 0.9 / kills;
        while (work.progressed() < moment && !work.isEmpty()) {
            Thread.sleep(10);
        }
        Thread.sleep(chance.nextInt(LONGEST_PAUSE));
    }
}

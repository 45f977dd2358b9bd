package dev.kefu.crash;

import java.time.Duration;
import java.util.Random;

/**
 * Kills nodes at random moments and starts them again: mostly somewhere in the midst of work, sometimes while one is
 * starting or has only just started. Of several nodes one is down at a time.
 */
final class Killer implements Runnable {

    private static final int ONE_IN = 4;
    private static final int LONGEST_PAUSE = 1000;
    private static final int LONGEST_ABSENCE = 8000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final double MOST_OF_IT = 0.9;

    private final House house;
    private final Worklist work;
    private final Tally tally;
    private final Random chance;
    private final int kills;
    private final int portion;
    /** @param returns as many as there are in all */
    Killer(House house, Worklist work, Tally tally, Random chance, int kills, int returns) {
        this.house = house;
        this.work = work;
        this.tally = tally;
        this.chance = chance;
        this.kills = kills;
        this.portion = Math.max(1, returns / (kills + 1));
    }

    @Override
    public void run() {
        try {
            Node victim = null;
            release(house.nodes().get(0));
            for (int kill = 1; kill <= kills; kill++) {
                if (victim != null && chance.nextInt(ONE_IN) == 0) {
                    Thread.sleep(chance.nextInt((int) (1300 * victim.secondsOfStart())));
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
        } finally {
            work.releaseAll();
        }
    }

    private void kill(Node victim, int kill) throws InterruptedException {
        var state = victim.answers() ? "at work" : "starting";
        victim.kill();
        tally.says("kill -9 of %s, %s for %.1f s (%d of %d; %d returns closed)".formatted(victim, state,
                victim.age().toMillis() / 1000.0, kill, kills, work.closed()));
        tally.count("killed " + state);
        release(victim);
        Thread.sleep(chance.nextInt(house.nodes().size() > 1 ? LONGEST_ABSENCE : LONGEST_PAUSE));
        victim.start();
    }

    private void awaitStart(Node victim) throws InterruptedException {
        if (victim != null) {
            victim.awaitStart();
        }
    }

    /** The work until the next kill. Where another node goes on, it lasts about as long as a start. */
    private void release(Node node) {
        work.release(portion, node.secondsOfStart() / portion * (house.nodes().size() > 1 ? 1 : 0.5));
    }

    /** A moment somewhere in the part of the work that belongs to this kill. */
    private void awaitWork(int kill) throws InterruptedException {
        var moment = 2 * portion * (kill - 1 + MOST_OF_IT * chance.nextDouble());
        var latest = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (work.progressed() < moment && System.nanoTime() < latest) {
            Thread.sleep(10);
        }
        Thread.sleep(chance.nextInt(LONGEST_PAUSE));
    }
}

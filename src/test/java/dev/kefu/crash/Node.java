package dev.kefu.crash;

import dev.kefu.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kefu in a process of its own, as it is delivered, on a port that it keeps when it starts again. */
final class Node {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final String name;
    private final int port;
    private final Path jar;
    private final Path log;
    private final Map<String, String> settings;
    private volatile Process process;
    private volatile long startedAt;
    private volatile boolean up;
    private volatile boolean measured;
    private volatile double secondsOfStart = 10;

    Node(String name, Path jar, Path folder, Map<String, String> settings) {
        this.name = name;
        this.port = freePort();
        this.jar = jar;
        this.log = folder.resolve(name + ".log");
        this.settings = settings;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    synchronized void start() {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx320m", "-jar", jar.toString(),
                "--server.port=" + port));
        settings.forEach((setting, value) -> command.add("--" + setting + "=" + value));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile())).start();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        startedAt = System.nanoTime();
        measured = false;
    }

    /** By SIGKILL: it gets no chance to finish or to write anything. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
        synchronized (this) {
            up = false;
        }
    }

    /** Whether it takes requests, as the proxy in front of it would ask. */
    synchronized boolean answers() {
        if (!up && process != null && process.isAlive()) {
            try {
                up = Caller.anonymous(port).get("/actuator/health").status() == 200;
            } catch (IllegalStateException notYet) {
                return false;
            }
        }
        return up && process.isAlive();
    }

    /** @throws IllegalStateException if it ends by itself, or takes minutes */
    void awaitStart() throws InterruptedException {
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended by itself with " + process.exitValue() + ": see " + log);
            }
            if (age().compareTo(LONGEST_START) > 0) {
                throw new IllegalStateException(name + " did not start within " + LONGEST_START + ": see " + log);
            }
            Thread.sleep(100);
        }
        if (!measured) {
            measured = true;
            secondsOfStart = age().toMillis() / 1000.0;
        }
    }

    /** How long the latest start took that came to its end. */
    double secondsOfStart() {
        return secondsOfStart;
    }

    /** Since its start. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Nobody killed it, and yet it is gone. */
    synchronized boolean hasDied() {
        return process != null && !process.isAlive();
    }

    synchronized void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    int port() {
        return port;
    }

    Path log() {
        return log;
    }

    @Override
    public String toString() {
        return name;
    }
}

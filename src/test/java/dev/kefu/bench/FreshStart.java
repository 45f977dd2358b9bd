package dev.kefu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Kefu started in a JVM of its own, as the container starts it.
 *
 * @param seconds   from the start of the JVM until it takes requests
 * @param processor seconds of processor time until then: less touched by what else the machine does
 * @param mebibytes of memory that the process then holds
 */
record FreshStart(double seconds, double processor, long mebibytes) {

    private static final Pattern STARTED =
            Pattern.compile("Started KefuApplication in .* \\(process running for ([0-9.]+)\\)");
    private static final int MINUTES = 3;

    static FreshStart with(Map<String, String> environment) throws IOException, InterruptedException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx512m", "-cp", classPath, "dev.kefu.KefuApplication", "--server.port=0");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var said = new StringBuilder();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                said.append(line).append('\n');
                var started = STARTED.matcher(line);
                if (started.find()) {
                    return new FreshStart(Double.parseDouble(started.group(1)), processorSeconds(process),
                            residentMebibytes(process.pid()));
                }
            }
            throw new IllegalStateException("Kefu did not start:\n" + said);
        } finally {
            process.destroy();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }

    private static double processorSeconds(Process process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    private static long residentMebibytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst().orElseThrow();
    }
}

package dev.kefu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;

/** Tables in Markdown, as they stand in the README. */
class Report {

    private final StringBuilder text = new StringBuilder();

    void says(String line) {
        text.append('\n').append(line).append('\n');
    }

    void table(String... head) {
        text.append('\n');
        row(head);
        row(Collections.nCopies(head.length, "---").toArray(String[]::new));
    }

    void row(String... cells) {
        text.append("| ").append(String.join(" | ", Arrays.asList(cells))).append(" |\n");
    }

    /** To the console, and to {@code target/benchmark.md}. */
    void publish() throws IOException {
        System.out.println(text);
        Files.writeString(Path.of("target", "benchmark.md"), text);
    }
}

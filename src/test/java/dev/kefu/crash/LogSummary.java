package dev.kefu.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a node warned of, without names and numbers, and how often: for whoever looks for reasons. */
final class LogSummary {

    private static final Pattern LINE = Pattern.compile("^\\S+\\s+(WARN|ERROR) .*?\\] (\\S+)\\s+: (.*)$");
    private static final int LONGEST = 110;

    private LogSummary() {
    }

    static List<String> of(List<Node> nodes) throws IOException {
        var times = new TreeMap<String, Integer>();
        for (var node : nodes) {
            for (var line : lines(node.log())) {
                var match = LINE.matcher(line);
                if (match.matches()) {
                    var words = match.group(3).replaceAll("(?<=job )\\S+|[0-9a-f-]*[0-9][0-9a-f-]*", "#");
                    times.merge(match.group(1) + " " + match.group(2) + ": "
                            + words.substring(0, Math.min(LONGEST, words.length())), 1, Integer::sum);
                }
            }
        }
        return times.entrySet().stream().map(each -> each.getValue() + " × " + each.getKey()).toList();
    }

    private static List<String> lines(Path log) throws IOException {
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }
}

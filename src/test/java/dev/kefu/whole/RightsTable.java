package dev.kefu.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables of the README that say who may do what. */
final class RightsTable {

    /** What a cell may say. */
    enum Right { FULL, MASKED, NONE }

    private final List<String> things;
    private final Map<String, List<Right>> byGroup = new LinkedHashMap<>();

    private RightsTable(List<List<String>> rows) {
        things = rows.get(0).subList(1, rows.get(0).size());
        rows.subList(1, rows.size()).forEach(row -> {
            var rights = row.subList(1, row.size()).stream().map(RightsTable::right).toList();
            for (var group : row.get(0).split(" ")) {
                byGroup.put(plain(group), rights);
            }
        });
    }

    /** The table of groups and what they may. */
    static RightsTable ofGroups() {
        return new RightsTable(table("| Group |"));
    }

    /** The table of tasks: the groups of each. */
    static Map<String, Set<String>> ofTasks() {
        var tasks = new LinkedHashMap<String, Set<String>>();
        table("| Task |").stream().skip(1).forEach(row -> tasks.put(plain(row.get(0)),
                new TreeSet<>(Arrays.stream(row.get(1).split(" ")).map(RightsTable::plain).toList())));
        return tasks;
    }

    List<String> things() {
        return things;
    }

    Set<String> groups() {
        return byGroup.keySet();
    }

    Right of(String group, String thing) {
        return byGroup.get(group).get(things.indexOf(thing));
    }

    private static Right right(String cell) {
        return switch (cell) {
            case "●" -> Right.FULL;
            case "◐" -> Right.MASKED;
            case "" -> Right.NONE;
            default -> throw new IllegalArgumentException("A cell of the README's table says '" + cell + "'.");
        };
    }

    private static String plain(String name) {
        return name.replace("`", "");
    }

    private static List<List<String>> table(String start) {
        try (var lines = Files.lines(Path.of("README.md"))) {
            return lines.dropWhile(line -> !line.startsWith(start))
                    .takeWhile(line -> line.startsWith("|"))
                    .filter(line -> !line.startsWith("|-"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList())
                    .map(cells -> cells.subList(0, cells.size() - 1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

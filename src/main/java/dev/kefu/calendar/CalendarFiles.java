package dev.kefu.calendar;

import dev.kefu.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the calendars: those that are shipped and, for the same years instead of them, those of the administrators. */
final class CalendarFiles {

    private static final String SHIPPED = "classpath:calendars/*.csv";
    private static final Pattern NAME = Pattern.compile("(?:.*[^0-9])?([0-9]{4})\\.csv");

    private CalendarFiles() {
    }

    /**
     * The calendars by year.
     *
     * @param directory of the administrators' calendars; empty if there is none
     * @throws StartRefused if one can't be used, or two are of one year
     */
    static Map<Integer, YearOfDays> read(String directory) {
        var calendars = new HashMap<Integer, YearOfDays>();
        try {
            of(Stream.of(new PathMatchingResourcePatternResolver().getResources(SHIPPED)), calendars);
            if (!directory.isBlank()) {
                of(in(Path.of(directory.strip())), calendars);
            }
        } catch (IOException unreadable) {
            throw new StartRefused("The calendars can't be read: " + unreadable.getMessage() + ".",
                    "Let Kefu read the files of kefu.calendar.files.");
        }
        return Map.copyOf(calendars);
    }

    private static Stream<Resource> in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new StartRefused("There is no directory " + directory + " of calendars.",
                    "Set kefu.calendar.files to a directory, or leave it empty.");
        }
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".csv")).sorted()
                    .map(file -> (Resource) new FileSystemResource(file)).toList().stream();
        }
    }

    private static void of(Stream<Resource> files, Map<Integer, YearOfDays> calendars) throws IOException {
        var found = new TreeMap<Integer, String>();
        for (var file : files.toList()) {
            var name = String.valueOf(file.getFilename());
            var year = NAME.matcher(name);
            if (!year.matches()) {
                throw new StartRefused("The name of the calendar " + name + " does not end with a year.",
                        "Name it such as china-2028.csv.");
            }
            var number = Integer.parseInt(year.group(1));
            var other = found.putIfAbsent(number, name);
            if (other != null) {
                throw new StartRefused("The calendars " + other + " and " + name + " are both of " + number + ".",
                        "Leave one of them.");
            }
            calendars.put(number, CalendarFile.read(name, number, file.getContentAsByteArray()));
        }
    }
}

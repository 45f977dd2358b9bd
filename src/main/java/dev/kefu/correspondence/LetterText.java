package dev.kefu.correspondence;

import dev.kefu.shared.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text with places for facts. It can do three things and nothing else: <code>{{rma}}</code> says a fact,
 * <code>{{#rma}} … {{/rma}}</code> says what is between only if there is the fact, <code>{{^rma}} … {{/rma}}</code> only if
 * there is none. Facts are put in as they are and never read as a text with places again.
 */
final class LetterText {

    private static final Pattern TAG = Pattern.compile("(?<!\\{)\\{\\{([^{}\\n]*)}}(?!})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
    /** The beginning or the end of a section that has a line for itself leaves no empty line behind. */
    private static final Pattern ALONE = Pattern.compile("(?m)^[ \\t]*(\\{\\{[#^/][^{}\\n]*}})[ \\t]*\\n");
    private static final int DEEPEST = 5;
    private static final int MOST_SHOWN = 30;

    private final List<Part> parts;

    private LetterText(List<Part> parts) {
        this.parts = parts;
    }

    /** Not a text with places; the message says what is wrong with it. */
    static final class Unreadable extends Exception {

        Unreadable(String message) {
            super(message);
        }
    }

    private interface Part {

        void write(Map<String, String> facts, StringBuilder to);

        /** Collects the names that it asks for. */
        void collect(Set<String> names);

        /** Whether the fact is said wherever there is one. */
        boolean says(String name);
    }

    private record Words(String words) implements Part {

        @Override
        public void write(Map<String, String> facts, StringBuilder to) {
            to.append(words);
        }

        @Override
        public void collect(Set<String> names) {
            // Words ask for nothing
        }

        @Override
        public boolean says(String name) {
            return false;
        }
    }

    private record Place(String name) implements Part {

        @Override
        public void write(Map<String, String> facts, StringBuilder to) {
            to.append(facts.getOrDefault(name, ""));
        }

        @Override
        public void collect(Set<String> names) {
            names.add(name);
        }

        @Override
        public boolean says(String asked) {
            return name.equals(asked);
        }
    }

    private record Section(String name, boolean ifTold, List<Part> parts) implements Part {

        @Override
        public void write(Map<String, String> facts, StringBuilder to) {
            if (facts.getOrDefault(name, "").isBlank() != ifTold) {
                parts.forEach(each -> each.write(facts, to));
            }
        }

        @Override
        public void collect(Set<String> names) {
            names.add(name);
            parts.forEach(each -> each.collect(names));
        }

        @Override
        public boolean says(String asked) {
            return ifTold && name.equals(asked) && parts.stream().anyMatch(each -> each.says(asked));
        }
    }

    /** @throws Unreadable if the braces don't fit together */
    static LetterText read(String text) throws Unreadable {
        var open = new ArrayDeque<Section>();
        var whole = new ArrayList<Part>();
        var compact = ALONE.matcher(text).replaceAll("$1");
        var tags = TAG.matcher(compact);
        int at = 0;
        while (tags.find()) {
            words(compact.substring(at, tags.start()), within(open, whole));
            tag(tags.group(1).strip(), open, whole);
            at = tags.end();
        }
        words(compact.substring(at), within(open, whole));
        if (!open.isEmpty()) {
            throw new Unreadable(braced(sign(open.peek()) + open.peek().name()) + " has no " + braced("/" + open.peek().name()) + ".");
        }
        return new LetterText(whole);
    }

    private static void words(String words, List<Part> to) throws Unreadable {
        if (words.contains("{{") || words.contains("}}")) {
            var from = words.contains("{{") ? words.indexOf("{{") : words.indexOf("}}");
            throw new Unreadable("Two braces stand alone at \"" + shown(words.substring(from).strip()) + "\"; a place for a"
                    + " fact is written {{name}}.");
        }
        if (!words.isEmpty()) {
            to.add(new Words(words));
        }
    }

    private static String braced(String name) {
        return "{{" + name + "}}";
    }

    private static void tag(String tag, Deque<Section> open, List<Part> whole) throws Unreadable {
        var sign = tag.isEmpty() ? ' ' : tag.charAt(0);
        var name = "#^/".indexOf(sign) < 0 ? tag : tag.substring(1).strip();
        if (!NAME.matcher(name).matches()) {
            throw new Unreadable(braced(shown(tag)) + " has no name of letters between its braces.");
        }
        switch (sign) {
            case '#', '^' -> {
                if (open.size() == DEEPEST) {
                    throw new Unreadable("Sections stand at most " + DEEPEST + " deep in each other; " + braced(sign + name)
                            + " is deeper.");
                }
                var section = new Section(name, sign == '#', new ArrayList<>());
                within(open, whole).add(section);
                open.push(section);
            }
            case '/' -> {
                if (open.isEmpty() || !open.pop().name().equals(name)) {
                    throw new Unreadable(braced("/" + name) + " ends nothing that was begun last.");
                }
            }
            default -> within(open, whole).add(new Place(name));
        }
    }

    private static List<Part> within(Deque<Section> open, List<Part> whole) {
        return open.isEmpty() ? whole : open.peek().parts();
    }

    private static char sign(Section section) {
        return section.ifTold() ? '#' : '^';
    }

    private static String shown(String text) {
        return Text.shortened(text, MOST_SHOWN);
    }

    /** The names of all facts that it asks for. */
    Set<String> names() {
        var names = new LinkedHashSet<String>();
        parts.forEach(each -> each.collect(names));
        return names;
    }

    /** Whether a fact is said wherever there is one, and not only if there is another one too. */
    boolean says(String name) {
        return parts.stream().anyMatch(each -> each.says(name));
    }

    /** @param facts by name; one that is missing is empty */
    String filled(Map<String, String> facts) {
        var text = new StringBuilder();
        parts.forEach(each -> each.write(facts, text));
        return text.toString();
    }
}

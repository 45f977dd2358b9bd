package dev.kefu.whole;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.RandomGenerator;

/** What nobody expects: texts, JSON and bytes that are broken in all the ways that were ever seen. */
final class Junk {

    private static final List<String> NASTY = List.of("", " ", "\u0000", "a\u0000b", "\u0007", "\ud800", "\udc00x", "\ufeff",
            "\u202egnp.exe", "\u200b", "\u3164", "é", "e\u0301", "😀".repeat(50), "x".repeat(255), "x".repeat(256), "x".repeat(4000),
            "x".repeat(4001), "名".repeat(2001), "' or 1=1 --", "\"; drop table shop_order; --", "${1+1}", "#{1+1}", "{{1}}",
            "%s%n%x", "../../etc/passwd", "<script>alert(1)</script>", "=1+1", "true", "null", "NaN", "-1", "1.5", "1e400",
            "2026-02-30", "+999999999-12-31", "9999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z", "KF-2026-000001", "KF-0000-000000", "\r\nSet-Cookie: a=b", "\\", "\n\n", "\uffff");
    private static final List<String> NUMBERS = List.of("0", "-0", "1", "-1", "2147483647", "2147483648", "-9223372036854775809",
            "1.0", "1.5", "0.001", "1e2", "1e999999999", "-1e999999999", "1e-999999999", "9".repeat(400), "9".repeat(1200),
            "0." + "1".repeat(900), "NaN", "Infinity", "007", "+1", "0x1F", "1.", ".5", "--1");
    private static final List<String> LITERALS = List.of("null", "true", "false", "{}", "[]", "[[]]", "[null]", "{\"\":null}",
            "{\"a\":1,\"a\":2}", "\"\"", "undefined", "'a'", "[1,]", "{\"a\":}", "[".repeat(60) + "]".repeat(60),
            "{\"a\":".repeat(40) + "1" + "}".repeat(40));

    private final Random random;
    private final RandomGenerator<String> texts = Arbitraries.strings().ofMaxLength(60).generator(1000);
    private final RandomGenerator<String> letters = Arbitraries.strings().alpha().numeric().ofMaxLength(20).generator(1000);

    Junk(Random random) {
        this.random = random;
    }

    Random random() {
        return random;
    }

    /** Whether to do what is done so many times of a hundred. */
    boolean happens(int ofHundred) {
        return random.nextInt(100) < ofHundred;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String text() {
        return happens(50) ? oneOf(NASTY) : happens(50) ? texts.next(random).value() : letters.next(random).value();
    }

    /** A piece of JSON, or of what looks like it. */
    String json() {
        return switch (random.nextInt(6)) {
            case 0 -> oneOf(NUMBERS);
            case 1 -> oneOf(LITERALS);
            case 2 -> "[" + json() + "," + json() + "]";
            case 3 -> "{" + quoted(text()) + ":" + json() + "}";
            case 4 -> "\"" + text() + "\"";
            default -> quoted(text());
        };
    }

    static String quoted(String text) {
        return Json.of(text);
    }

    /** The text with a few of its characters lost, doubled, swapped or replaced. */
    String damaged(String text) {
        var damaged = new StringBuilder(text);
        for (int wounds = 1 + random.nextInt(3); wounds > 0 && !damaged.isEmpty(); wounds--) {
            var at = random.nextInt(damaged.length());
            switch (random.nextInt(5)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, oneOf(List.of("\"", "{", "[", "}", "]", ",", ":", "\\", "\u0000", "-", ";", "\n")));
                case 2 -> damaged.setLength(at);
                case 3 -> damaged.insert(at, text());
                default -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + random.nextInt(40))));
            }
        }
        return damaged.toString();
    }

    /** The bytes of the text; now and then in another character set, or with bytes that are none of it. */
    byte[] bytes(String text) {
        if (happens(94)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return switch (random.nextInt(3)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_16);
            case 1 -> text.getBytes(StandardCharsets.ISO_8859_1);
            default -> {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 3 && bytes.length > 0; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
        };
    }

    <T> List<T> several(int most, java.util.function.Supplier<T> next) {
        var all = new ArrayList<T>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            all.add(next.get());
        }
        return all;
    }
}

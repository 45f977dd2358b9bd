package dev.kefu.orders;

import dev.kefu.shared.Listed;
import dev.kefu.shared.Text;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Goods as people speak of them, the same in every case and on every list. */
public final class GoodsWords {

    private static final int LONGEST = 1000;
    private static final int LONGEST_ON_CARD = 120;

    private GoodsWords() {
    }

    /** {@code "2 × Thermos cup"} */
    public static String of(int quantity, String name) {
        return quantity + " × " + name;
    }

    /** {@code "2 × Thermos cup (line 1)"} */
    public static String of(int quantity, String name, int line) {
        return quantity + " × " + name + " (line " + line + ")";
    }

    /** {@code "2 × CUP-RED for Thermos cup (line 1)"}: what to take from the shelf in place of what was bought. */
    public static String of(int quantity, String sku, String name, int line) {
        return quantity + " × " + sku + " for " + name + " (line " + line + ")";
    }

    /** {@code "2 × Thermos cup; 1 × Kettle"}, as the house lists what it says; at most 1000 characters. */
    public static Collector<CharSequence, ?, String> listed() {
        return Collectors.collectingAndThen(Listed.parts(), all -> Text.shortened(all, LONGEST));
    }

    /** The same as short as a card needs it. */
    public static Collector<CharSequence, ?, String> onCard() {
        return Collectors.collectingAndThen(Collectors.joining("; "), all -> Text.shortened(all, LONGEST_ON_CARD));
    }
}

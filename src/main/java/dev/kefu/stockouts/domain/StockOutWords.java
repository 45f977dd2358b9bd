package dev.kefu.stockouts.domain;

import dev.kefu.orders.GoodsWords;
import dev.kefu.stock.StockStanding;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The goods of a stock-out, as people speak of them. */
final class StockOutWords {

    private static final int LONGEST = 1000;

    private StockOutWords() {
    }

    /** {@code "2 × Thermos cup; 1 × Kettle"}; at most 1000 characters. */
    static String of(Stream<StockOutPart> parts) {
        return parts.map(part -> GoodsWords.of(part.quantity(), part.isSubstituted() ? part.sku() : part.name()))
                .collect(GoodsWords.listed());
    }

    /** {@code "2 × Thermos cup (line 1)"}, and of other goods what to take from the shelf. */
    static String withLines(Stream<StockOutPart> parts) {
        return parts.map(part -> part.isSubstituted() ? GoodsWords.of(part.quantity(), part.sku(), part.name(), part.line())
                : GoodsWords.of(part.quantity(), part.name(), part.line())).collect(GoodsWords.listed());
    }

    /** What has not left; all of it once nothing is left to send. */
    static String notLeft(StockOutCase goods) {
        return withLines(goods.parts().all().stream().filter(part -> part.isOpen() || !goods.parts().hasOpen()));
    }

    /** The same of what was looked up for many cases at once, as short as a card needs it. */
    static String onCard(List<StockOutCases.Goods> goods) {
        return goods.stream().map(part -> GoodsWords.of(part.getQuantity(), part.getName())).collect(GoodsWords.onCard());
    }

    /** How much of each article is there and how much is short; a line for each. */
    static String standing(StockOutCase goods, StockStanding standing) {
        var skus = new TreeSet<>(standing.reserved().keySet());
        skus.addAll(standing.waiting().keySet());
        return skus.stream().map(sku -> nameOf(goods, sku) + ": " + standing.reserved().getOrDefault(sku, 0)
                + " reserved, " + standing.waiting().getOrDefault(sku, 0) + " short").collect(Collectors.joining("\n"));
    }

    static String nameOf(StockOutCase goods, String sku) {
        return goods.parts().all().stream().filter(part -> part.ownSku().equals(sku)).findFirst().map(StockOutPart::name).orElse(sku);
    }
}

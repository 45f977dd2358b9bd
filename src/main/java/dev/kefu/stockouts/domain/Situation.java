package dev.kefu.stockouts.domain;

import dev.kefu.stock.StockStanding;
import java.util.ArrayList;

/** How a stock-out stands, for people: a line for each thing that they should know. */
final class Situation {

    private Situation() {
    }

    static String of(StockOutCase goods, StockStanding standing) {
        var lines = new ArrayList<String>();
        if (goods.question().told() != null) {
            lines.add("Why it came back to you: " + goods.question().told());
        }
        var cancelled = goods.parts().has(PartFate.CANCELLED);
        if (cancelled) {
            lines.add("The goods are cancelled, and their money could not be paid yet.");
        } else if (!goods.parts().hasOpen()) {
            lines.add(goods.substitution().due() == null ? "All goods have left."
                    : "All goods have left. The other article costs " + goods.substitution().due() + " less.");
        } else {
            lines.add(StockOutWords.standing(goods, standing));
            lines.add(goods.promised().promisedOn() != null
                    ? "The goods should leave on " + goods.promised().promisedOn() + "."
                    : "Nobody knows when the goods will come.");
        }
        if (goods.substitution().sku() != null && goods.parts().hasOpen()) {
            var less = goods.substitution().difference();
            lines.add(goods.substitution().isToApprove() ? "The customer takes " + goods.substitution().sku() + ", which is dearer."
                    : less == null ? "The customer takes " + goods.substitution().sku() + "."
                    : "The customer takes " + goods.substitution().sku() + ", which costs " + less + " less.");
        }
        goods.question().lastAnswer().ifPresent(last -> lines.add("The last answer: " + last.inWords() + "."));
        return String.join("\n\n", lines);
    }
}

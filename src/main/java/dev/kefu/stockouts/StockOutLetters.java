package dev.kefu.stockouts;

import dev.kefu.correspondence.LetterFact;
import dev.kefu.correspondence.LetterKind;
import dev.kefu.correspondence.LetterKinds;
import java.util.List;
import org.springframework.stereotype.Component;

/** What customers are written about goods that are late (STK-1, STK-2, STK-4). */
@Component
class StockOutLetters implements LetterKinds {

    private static final LetterFact GOODS = LetterFact.of("goods", "The goods and how many of them", "2 × 保温杯 350ml",
            "2 × Thermos cup 350 ml");
    private static final LetterFact PROMISED_ON = LetterFact.of("promisedOn", "The day on which the goods should leave",
            "2026-12-02");
    private static final LetterFact ANSWER_UNTIL = LetterFact.of("answerUntil", "The day until which the customer should answer",
            "2026-11-26");

    @Override
    public List<LetterKind> kinds() {
        return List.of(
                kind("stock-out-apology", "Out of stock by the books; the warehouse counts", GOODS),
                kind("dispatch-late", "Late for another reason, with the day on which the goods leave", GOODS,
                        PROMISED_ON.needed()),
                kind("stock-out-promise", "Really out of stock: the first day that is promised, and the question to the customer",
                        GOODS, PROMISED_ON.needed(), ANSWER_UNTIL),
                kind("stock-out-new-promise", "The promised day is over: another one, and the question to the customer", GOODS,
                        PROMISED_ON.needed(), ANSWER_UNTIL),
                kind("stock-out-indefinite", "Really out of stock, and nobody knows until when", GOODS, ANSWER_UNTIL),
                kind("stock-out-shipped", "Goods that were late are on their way", GOODS,
                        LetterFact.of("courier", "Who carries the parcel", "顺丰速运", "SF Express"),
                        LetterFact.of("trackingNumber", "The parcel's number", "SF1234567890123"),
                        LetterFact.of("rest", "What has not left yet", "1 × 电热水壶", "1 × Kettle")),
                kind("stock-out-cancelled", "Goods that were late are cancelled; the money goes back", GOODS),
                kind("stock-out-refunded", "The money for goods that were late is paid", GOODS,
                        LetterFact.of("amount", "The money, with its currency", "118.00 CNY").needed()));
    }

    private static LetterKind kind(String id, String occasion, LetterFact... facts) {
        return new LetterKind(id, "stockouts", occasion, facts);
    }
}

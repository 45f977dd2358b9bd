package dev.kefu.returns;

import dev.kefu.correspondence.LetterFact;
import dev.kefu.correspondence.LetterKind;
import dev.kefu.correspondence.LetterKinds;
import java.util.List;
import org.springframework.stereotype.Component;

/** What customers are written while their return goes its way (RET-7). */
@Component
class ReturnLetters implements LetterKinds {

    private static final LetterFact GOODS = LetterFact.of("goods", "The goods and how many of them", "2 × 保温杯 350ml",
            "2 × Thermos cup 350 ml");
    private static final LetterFact RMA = LetterFact.of("rma", "The number that goes on the parcel", "RMA-2026-000042");
    private static final LetterFact ADDRESS = LetterFact.of("returnAddress", "Where the goods go",
            "浙江省杭州市余杭区仓前街道良睦路 88 号 退货组", "Returns, 88 Liangmu Road, Hangzhou, Zhejiang");
    private static final LetterFact DEADLINE = LetterFact.of("deadline", "The day until which the goods must be on their way",
            "2026-12-02");
    private static final LetterFact COURIER = LetterFact.of("courier", "Who carries the parcel", "顺丰速运", "SF Express");
    private static final LetterFact TRACKING = LetterFact.of("trackingNumber", "The parcel's number", "SF1234567890123");
    private static final LetterFact AMOUNT = LetterFact.of("amount", "The money, with its currency", "118.00 CNY");

    private static final LetterFact MISSING = LetterFact.of("missing", "What was not in the parcel", "1 × 保温壶", "1 × Thermos jug");

    @Override
    public List<LetterKind> kinds() {
        return List.of(
                kind("return-received", "The request is here and will be reviewed", GOODS),
                kind("return-question", "The reviewer needs to know something", GOODS,
                        LetterFact.of("question", "What the reviewer asks", "请问商品的外包装还在吗？",
                                "Do you still have the outer packaging?").needed()),
                kind("return-approved", "Approved; the customer sends the goods", GOODS, RMA.needed(), ADDRESS.needed(), DEADLINE),
                kind("return-without-goods", "Approved; the goods stay with the customer, or are here already", GOODS, RMA),
                kind("return-rejected", "Turned down", GOODS,
                        LetterFact.of("reason", "Why, in words for the customer", "商品已超过退货期限。",
                                "The time for sending goods back has passed.").needed()),
                kind("return-shipping-arranged", "The way back is arranged: with a courier, or the customer sends the goods",
                        GOODS, RMA, COURIER, TRACKING, ADDRESS, DEADLINE),
                kind("return-reminder", "The goods are not here yet; with a parcel's number, they are on their way", GOODS,
                        RMA.needed(), COURIER, TRACKING, ADDRESS, DEADLINE),
                kind("return-lost", "The courier reports that it has lost or damaged the goods on their way to us", GOODS, RMA, COURIER, TRACKING),
                kind("return-expired", "The goods did not come in time", GOODS, RMA),
                kind("return-arrived", "The parcel is here, unopened", GOODS, RMA),
                kind("return-withdrawn", "The customer does not want to return the goods any more", GOODS, RMA),
                kind("return-settled", "What to do was agreed with the customer after the inspection", GOODS, RMA, MISSING,
                        LetterFact.of("replaced", "What is sent once more", "1 × 茶壶", "1 × Teapot"),
                        LetterFact.of("sentBack", "What goes back to the customer", "1 × 电热水壶", "1 × Kettle"),
                        LetterFact.of("givenUp", "What the customer gets nothing for", "1 × 玻璃壶", "1 × Glass jug"),
                        LetterFact.of("refunded", "What will be refunded", "2 × 茶杯", "2 × Tea cup"),
                        LetterFact.of("waiting", "What is to be replaced as soon as there is something", "1 × 茶盘", "1 × Tray")),
                kind("return-refunded", "The money is paid", GOODS, RMA, AMOUNT.needed(), MISSING),
                kind("replacement-shipped", "A replacement is on its way", GOODS, RMA, COURIER, TRACKING),
                kind("goods-repaired", "The goods are repaired and will go back", GOODS, RMA),
                kind("goods-not-repaired", "The goods can't be repaired, or are not worth it", GOODS, RMA,
                        LetterFact.of("replaced", "What is replaced instead", "1 × 电热水壶", "1 × Kettle"),
                        LetterFact.of("refunded", "What is refunded instead", "1 × 玻璃壶", "1 × Glass jug")),
                kind("goods-sent-back", "The goods are on their way back to the customer", GOODS, RMA, COURIER, TRACKING));
    }

    private static LetterKind kind(String id, String occasion, LetterFact... facts) {
        return new LetterKind(id, "returns", occasion, facts);
    }
}

package dev.kefu.parcels;

import dev.kefu.correspondence.LetterFact;
import dev.kefu.correspondence.LetterKind;
import dev.kefu.correspondence.LetterKinds;
import java.util.List;
import org.springframework.stereotype.Component;

/** What customers are written about a parcel that did not reach them (PAR-2, PAR-4). */
@Component
class ParcelLetters implements LetterKinds {

    private static final LetterFact GOODS = LetterFact.of("goods", "The goods and how many of them", "2 × 保温杯 350ml",
            "2 × Thermos cup 350 ml");
    private static final LetterFact COURIER = LetterFact.of("courier", "Who carries the parcel", "圆通速递", "YTO Express");
    private static final LetterFact TRACKING = LetterFact.of("trackingNumber", "The parcel's number", "YT1234567890123");
    private static final LetterFact AMOUNT = LetterFact.of("amount", "The money, with its currency", "118.00 CNY");
    private static final LetterFact UNTIL = LetterFact.of("until", "The day until which an answer is waited for", "2026-12-02");
    private static final LetterFact DAYS = LetterFact.of("days", "How many days the courier takes", "3");

    @Override
    public List<LetterKind> kinds() {
        return List.of(
                kind("parcel-apology", "A parcel could not be delivered: the apology (PAR-2)", GOODS, COURIER, TRACKING),
                kind("parcel-back", "The parcel is back with us: how shall it go on? (PAR-4)", GOODS, COURIER, TRACKING, UNTIL),
                kind("parcel-lost", "The courier has lost or damaged the parcel: the goods again, or the money?", GOODS, COURIER,
                        TRACKING, UNTIL),
                kind("parcel-unanswered", "The customer was not reached", GOODS, UNTIL),
                kind("parcel-surcharge", "Another courier costs more: the fee and what the customer pays (SHP-4)", GOODS,
                        COURIER, LetterFact.of("fee", "The whole fee of this courier", "23.00 CNY").needed(),
                        AMOUNT.needed(), DAYS, UNTIL),
                kind("parcel-address-corrected", "The courier was told another address while the parcel travels", GOODS, COURIER,
                        TRACKING),
                kind("parcel-reshipped", "The goods are on their way once more", GOODS, COURIER, TRACKING, DAYS),
                kind("parcel-out-of-stock", "The goods have to be waited for before they can go out again", GOODS),
                kind("parcel-refunded", "The money is paid", GOODS, AMOUNT.needed(),
                        LetterFact.of("heldBack", "What was held back for freight", "16.00 CNY")),
                kind("parcel-surcharge-returned", "What was paid for the second shipment goes back", GOODS, AMOUNT.needed()),
                kind("parcel-handed-over", "The customer does not have the parcel, and the courier says that it was delivered", GOODS,
                        COURIER, TRACKING),
                kind("parcel-abandoned", "Nothing more is done about the parcel", GOODS));
    }

    private static LetterKind kind(String id, String occasion, LetterFact... facts) {
        return new LetterKind(id, "parcels", occasion, facts);
    }
}

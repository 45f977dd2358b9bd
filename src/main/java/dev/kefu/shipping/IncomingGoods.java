package dev.kefu.shipping;

import dev.kefu.shared.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * Goods that may come to the warehouse, as one kind of cases knows them. Each module whose cases wait for parcels has one bean
 * of it; {@link GoodsIn} asks them all.
 */
public interface IncomingGoods {

    /**
     * Goods that may be in a parcel.
     *
     * @param kind      of the case
     * @param message   what tells the case that its goods are here
     * @param fields    what is to be said with it
     * @param mayCome   whether the case would take the message, when it waits for it
     * @param rma       null if it has none
     * @param goods     in words
     * @param state     what has happened to the case so far, as a code
     * @param whyNot    why nobody waits for the goods, as a code; counts only while the case does not take the message
     * @param arrivals  what the case's timeline says of goods that came, as codes
     * @param laterCase the case in which goods are worked on that came when this one had ended; null if there is none
     * @param task      the task that comes when the goods are here, by its id in the model
     */
    record Incoming(CaseNumber caseNumber, String kind, String message, Map<String, String> fields, boolean mayCome,
            @Nullable String rma, String orderNumber, String goods, String state, String whyNot, Set<String> arrivals, @Nullable String laterCase, String task) {
    }

    /**
     * What the code names; nothing if it names nothing here.
     *
     * @param key RMA, case number or tracking number, in the form of {@link dev.kefu.shared.SearchKey#ofNumber}
     */
    List<Incoming> of(String key);
}

package dev.kefu.returns.domain;

import dev.kefu.shipping.IncomingGoods;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goods that customers send back (RET-4). */
@Component
@Transactional(readOnly = true)
class IncomingReturns implements IncomingGoods {

    private static final String INSPECTION = "inspectGoods";
    private static final Set<String> ARRIVALS = Set.of("PARCEL_ARRIVED", "LATE_PARCEL_ARRIVED");

    private final ReturnNumbers numbers;

    IncomingReturns(ReturnNumbers numbers) {
        this.numbers = numbers;
    }

    /** Why the arrival of a parcel can't be told to its case now. */
    private enum Unexpected {
        /** Nobody has let the return in yet. */
        NOT_APPROVED,
        /** Nobody has noted yet how the goods come back. */
        NOT_ARRANGED,
        STAYS_WITH_CUSTOMER, REJECTED, HERE_ALREADY,
        /** It came after the return had ended, and has a case of its own. */
        LATER_CASE,
        OVER, NOT_WAITING
    }

    @Override
    public List<Incoming> of(String key) {
        return numbers.ofParcel(key).stream().map(goods -> new Incoming(goods.number(), Returns.KIND, Returns.PARCEL_ARRIVED,
                Map.of(), true, goods.rma(), goods.asked().orderNumber(), GoodsInWords.of(goods), goods.status().name(), whyNot(goods).name(),
                ARRIVALS, goods.lateCase(), INSPECTION)).toList();
    }

    private static Unexpected whyNot(ReturnCase goods) {
        if (goods.lateCase() != null) {
            return Unexpected.LATER_CASE;
        }
        if (goods.journey().isArrived()) {
            return Unexpected.HERE_ALREADY;
        }
        return switch (goods.status()) {
            case REQUESTED -> Unexpected.NOT_APPROVED;
            case APPROVED -> Unexpected.NOT_ARRANGED;
            case GOODS_STAY -> Unexpected.STAYS_WITH_CUSTOMER;
            case REJECTED -> Unexpected.REJECTED;
            case ON_THE_WAY, WITHDRAWN_ON_THE_WAY -> Unexpected.NOT_WAITING;
            default -> Unexpected.OVER;
        };
    }
}

package dev.kefu.parcels.domain;

import dev.kefu.orders.GoodsWords;
import java.util.List;
import java.util.Objects;

/** What was in a parcel, as people speak of it. */
final class GoodsOfParcel {

    private GoodsOfParcel() {
    }

    /** {@code "2 × Thermos cup; 1 × Kettle"}. */
    static String of(ParcelCase parcel) {
        return parcel.goods().stream().map(ParcelLine::inWords).collect(GoodsWords.listed());
    }

    /** {@code "2 × Thermos cup (line 1)"}; where they are inspected, those of each parcel that is here. */
    static String withLines(ParcelCase parcel) {
        var parcels = parcel.nextStep() == ParcelStep.INSPECT ? parcel.home().parcels() : 1;
        return parcel.goods().stream().map(each -> GoodsWords.of(each.units().quantity() * parcels, each.name(), each.units().line()))
                .collect(GoodsWords.listed());
    }

    /** As short as a card needs it. */
    static String of(List<ParcelCases.Goods> lines) {
        return lines.stream().filter(line -> Objects.nonNull(line.getName()))
                .map(line -> GoodsWords.of(line.getQuantity(), line.getName())).collect(GoodsWords.onCard());
    }
}

package dev.kefu.parcels.domain;

import dev.kefu.shared.Listed;
import dev.kefu.shared.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was in a parcel, as people speak of it. */
final class GoodsOfParcel {

    private static final int LONGEST = 1000;
    private static final int LONGEST_ON_CARD = 120;

    private GoodsOfParcel() {
    }

    /** {@code "2 × Thermos cup; 1 × Kettle"}. */
    static String of(ParcelCase parcel) {
        return Text.shortened(parcel.goods().stream().map(ParcelLine::inWords).collect(Listed.parts()), LONGEST);
    }

    /** {@code "2 × Thermos cup (line 1)"}. */
    static String withLines(ParcelCase parcel) {
        return Text.shortened(parcel.goods().stream().map(each -> each.inWords() + " (line " + each.units().line() + ")")
                .collect(Listed.parts()), LONGEST);
    }

    /** As short as a card needs it. */
    static String of(List<ParcelCases.Goods> lines) {
        return Text.shortened(lines.stream().filter(line -> Objects.nonNull(line.getName()))
                .map(line -> line.getQuantity() + " × " + line.getName()).collect(Collectors.joining("; ")), LONGEST_ON_CARD);
    }
}

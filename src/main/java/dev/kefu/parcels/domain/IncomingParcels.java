package dev.kefu.parcels.domain;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shipping.IncomingGoods;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parcels that come home because they could not be delivered (PAR-3). */
@Component
@Transactional(readOnly = true)
class IncomingParcels implements IncomingGoods {

    /** A courier gives the same number to few parcels of a year; more than these are nobody's to choose from. */
    private static final Limit MOST = Limit.of(20);
    private static final Pattern CASE = Pattern.compile("KF[0-9]{10,13}$");
    private static final String INSPECTION = "inspectGoods";
    private static final Set<String> ARRIVALS = Set.of("PARCEL_CAME_BACK", "PARCEL_CAME_HOME");

    private final ParcelCases parcels;

    IncomingParcels(ParcelCases parcels) {
        this.parcels = parcels;
    }

    /** Why the arrival of a parcel can't be told to its case now; the same codes as of returns. */
    private enum Unexpected {
        HERE_ALREADY, LATER_CASE, REJECTED, OVER, NOT_WAITING
    }

    @Override
    public List<Incoming> of(String key) {
        return Stream.concat(byCaseNumber(key).stream().flatMap(IncomingParcels::thatMayCome),
                Stream.concat(parcels.findCalled(key, MOST).stream(), parcels.findSentAgainAs(key, MOST).stream()).distinct()
                        .flatMap(parcel -> parcel.called(key).stream().map(each -> incoming(parcel, each))))
                .distinct().toList();
    }

    /** Whoever has only the case's number says which parcel it is, if several may come; one at least is told of. */
    private static Stream<Incoming> thatMayCome(ParcelCase parcel) {
        var may = parcel.allParcels().stream().filter(parcel::mayComeIn).toList();
        return (may.isEmpty() ? List.of(parcel.currentParcel()) : may).stream().map(each -> incoming(parcel, each));
    }

    private static Incoming incoming(ParcelCase parcel, long which) {
        var number = parcel.numberOf(which);
        return new Incoming(parcel.number(), UndeliverableParcels.KIND, UndeliverableParcels.CAME_BACK,
                number == null ? Map.of() : Map.of("trackingNumber", number), parcel.mayComeIn(which), null, parcel.orderNumber(),
                GoodsOfParcel.of(parcel), parcel.whereabouts().name(), whyNot(parcel, which).name(), ARRIVALS,
                parcel.home().homeCase(), INSPECTION);
    }

    private Optional<ParcelCase> byCaseNumber(String key) {
        var found = CASE.matcher(key);
        return found.find() ? CaseNumber.typed(found.group()).flatMap(number -> parcels.findById(number.value())) : Optional.empty();
    }

    private static Unexpected whyNot(ParcelCase parcel, long which) {
        if (parcel.hasComeHome(which) || parcel.home().earlierCase() != null) {
            return parcel.home().homeCase() != null ? Unexpected.LATER_CASE : Unexpected.HERE_ALREADY;
        }
        if (parcel.decided().course() == Course.REJECT) {
            return Unexpected.REJECTED;
        }
        return parcel.outcome() == null ? Unexpected.NOT_WAITING : Unexpected.OVER;
    }
}

package dev.kefu.parcels.domain;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shipping.IncomingGoods;
import java.util.List;
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
        return Stream.of(byCaseNumber(key).stream(), parcels.findCalled(key, MOST).stream(), parcels.findSentAgainAs(key, MOST).stream())
                .flatMap(each -> each).distinct()
                .map(parcel -> new Incoming(parcel.number(), UndeliverableParcels.KIND, UndeliverableParcels.CAME_BACK, null,
                        parcel.orderNumber(), GoodsOfParcel.of(parcel), parcel.whereabouts().name(), whyNot(parcel).name(), ARRIVALS,
                        parcel.home().homeCase(), INSPECTION))
                .toList();
    }

    private Optional<ParcelCase> byCaseNumber(String key) {
        var found = CASE.matcher(key);
        return found.find() ? CaseNumber.typed(found.group()).flatMap(number -> parcels.findById(number.value())) : Optional.empty();
    }

    private static Unexpected whyNot(ParcelCase parcel) {
        if (parcel.home().homeCase() != null) {
            return Unexpected.LATER_CASE;
        }
        if (parcel.home().areHere() || parcel.home().areStored()) {
            return Unexpected.HERE_ALREADY;
        }
        if (parcel.decided().course() == Course.REJECT) {
            return Unexpected.REJECTED;
        }
        return parcel.outcome() == null ? Unexpected.NOT_WAITING : Unexpected.OVER;
    }
}

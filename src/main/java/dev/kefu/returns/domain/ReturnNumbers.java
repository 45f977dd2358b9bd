package dev.kefu.returns.domain;

import dev.kefu.orders.FindsOrders;
import dev.kefu.orders.FoundBy;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.SearchKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds returns by what is printed on their papers and parcels, in the form of {@link dev.kefu.shared.SearchKey#ofNumber}. */
@Component
@Transactional(readOnly = true)
class ReturnNumbers implements FindsOrders {

    /** A courier gives the same number to few parcels of a year; more than these are nobody's to choose from. */
    private static final Limit MOST = Limit.of(20);

    /** Also at the end of an address of the web, as it stands in the square codes that customers print. */
    private static final Pattern RMA = Pattern.compile("RMA([0-9]{4})([0-9]{6,9})$");
    private static final Pattern CASE = Pattern.compile("KF[0-9]{10,13}$");

    private final ReturnCases returns;

    ReturnNumbers(ReturnCases returns) {
        this.returns = returns;
    }

    @Override
    public List<Hit> ordersOf(String key) {
        return Stream.concat(byRma(key).stream().map(goods -> new Hit(goods.asked().orderNumber(), FoundBy.RMA)),
                Stream.concat(byWayBack(key), returns.findShippedBy(key, MOST).stream())
                        .map(goods -> new Hit(goods.asked().orderNumber(), FoundBy.TRACKING_NUMBER)))
                .distinct().toList();
    }

    /** The returns whose goods may be in the parcel: by RMA, case number, or the number of their way back. */
    List<ReturnCase> ofParcel(String key) {
        return Stream.of(byRma(key).stream(), byCaseNumber(key).stream(), byWayBack(key)).flatMap(each -> each)
                .distinct().toList();
    }

    /** The returns whose goods come back under this number, whichever way it is typed. */
    List<ReturnCase> ofWayBack(String trackingNumber) {
        var key = SearchKey.ofNumber(trackingNumber);
        return key == null ? List.of() : byWayBack(key).distinct().toList();
    }

    private Optional<ReturnCase> byRma(String key) {
        var found = RMA.matcher(key);
        return found.find() ? returns.findByRma("RMA-" + found.group(1) + "-" + found.group(2)) : Optional.empty();
    }

    private Optional<ReturnCase> byCaseNumber(String key) {
        var found = CASE.matcher(key);
        return found.find() ? CaseNumber.typed(found.group()).flatMap(number -> returns.findById(number.value()))
                : Optional.empty();
    }

    private Stream<ReturnCase> byWayBack(String key) {
        return Stream.concat(returns.findCollectedBy(key, MOST).stream(), returns.findSentBy(key, MOST).stream());
    }
}

package dev.kefu.parcels.domain;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ParcelCases extends Repository<ParcelCase, String> {

    ParcelCase save(ParcelCase parcel);

    Optional<ParcelCase> findById(String caseNumber);

    /** @throws NotFound if there is no such case */
    default ParcelCase get(CaseNumber caseNumber) {
        return findById(caseNumber.value())
                .orElseThrow(() -> new NotFound("There is no case of a parcel " + caseNumber + "."));
    }

    Optional<ParcelCase> findByOpenKey(String openKey);

    /** Whose parcel it was, or in which it went out once more; newest first. By two statements, each by its index. */
    default List<ParcelCase> about(long parcelId) {
        return Stream.concat(findOf(parcelId).stream(), findSentAgainIn(parcelId).stream()).distinct()
                .sorted(Comparator.comparing(ParcelCase::reportedAt).thenComparing(ParcelCase::getId).reversed()).toList();
    }

    @Query("select c from ParcelCase c where c.parcelId = :parcelId")
    List<ParcelCase> findOf(long parcelId);

    @Query("select c from ParcelCase c join c.sending.shipments s where s.parcelId = :parcelId")
    List<ParcelCase> findSentAgainIn(long parcelId);

    @Query("select c from ParcelCase c where c.sending.stockOutCase = :stockOut")
    Optional<ParcelCase> findWaitingFor(String stockOut);

    /** Whose parcel a courier carries under this number; by two statements with {@link #findSentAgainAs}, each by its index. */
    @Query("select c from ParcelCase c where c.trackingKey = :key order by c.reportedAt desc, c.caseNumber desc")
    List<ParcelCase> findCalled(String key, Limit limit);

    @Query("select c from ParcelCase c join c.sending.shipments s where s.trackingKey = :key "
            + "order by c.reportedAt desc, c.caseNumber desc")
    List<ParcelCase> findSentAgainAs(String key, Limit limit);

    /** What each of the cases is about, line by line. */
    @Query("select c.caseNumber as caseNumber, c.failing.cause as cause, g.quantity as quantity, g.name as name "
            + "from ParcelCase c left join c.goods g where c.caseNumber in :caseNumbers order by c.caseNumber, index(g)")
    List<Goods> findGoodsOf(Collection<String> caseNumbers);

    /** One line of what was in a parcel; name and quantity are null if nobody knows. */
    interface Goods {

        String getCaseNumber();

        ParcelCause getCause();

        Integer getQuantity();

        String getName();
    }
}

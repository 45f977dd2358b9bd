package dev.kefu.shipping;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ParcelRecords extends Repository<Parcel, Long> {

    Parcel save(Parcel parcel);

    Optional<Parcel> findById(long id);

    @Query("select p from Parcel p where p.trackingKey = :key order by p.id desc")
    List<Parcel> findByKey(String key);

    @Query("select p from Parcel p where p.trackingKey in :keys order by p.id desc")
    List<Parcel> findByKeys(Collection<String> keys);

    @Query("select p.orderNumber from Parcel p where p.trackingKey = :key")
    List<String> findOrdersOf(String key);

    @Query("select p from Parcel p where p.orderNumber = :orderNumber order by p.id")
    List<Parcel> findByOrderNumber(String orderNumber);

    @Query("select p from Parcel p where p.orderNumber in :orderNumbers order by p.id")
    List<Parcel> findByOrderNumbers(Collection<String> orderNumbers);

    @Query("select p from Parcel p where p.caseNumber = :caseNumber order by p.id")
    List<Parcel> findByCaseNumber(String caseNumber);
}

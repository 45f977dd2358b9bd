package dev.kefu.stock;

import java.util.List;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StockReservations extends Repository<StockReservation, StockReservation.Key> {

    StockReservation save(StockReservation reservation);

    void delete(StockReservation reservation);

    @Query("select r from StockReservation r where r.key.caseNumber = :caseNumber")
    List<StockReservation> findOf(String caseNumber);

    /** What of, without reading how much: that is read under the articles' locks. */
    @Query("select r.key.sku from StockReservation r where r.key.caseNumber = :caseNumber")
    Set<String> findSkusOf(String caseNumber);
}

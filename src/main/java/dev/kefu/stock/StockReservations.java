package dev.kefu.stock;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StockReservations extends Repository<StockReservation, UnitsOfCase.Key> {

    StockReservation save(StockReservation reservation);

    void delete(StockReservation reservation);

    Optional<StockReservation> findByKey(UnitsOfCase.Key key);

    @Query("select r from StockReservation r where r.key.caseNumber = :caseNumber")
    List<StockReservation> findOf(String caseNumber);

    /** Who was promised the article, newest first. */
    @Query("select r from StockReservation r where r.key.sku = :sku order by r.place desc, r.key.caseNumber desc")
    List<StockReservation> findNewestOf(String sku, Limit most);

    /** What of, without reading how much: that is read under the articles' locks. */
    @Query("select r.key.sku from StockReservation r where r.key.caseNumber = :caseNumber")
    Set<String> findSkusOf(String caseNumber);

    @Query("select new dev.kefu.stock.SkuQuantity(r.key.sku, r.quantity) from StockReservation r where r.key.caseNumber = :caseNumber")
    List<SkuQuantity> readOf(String caseNumber);
}

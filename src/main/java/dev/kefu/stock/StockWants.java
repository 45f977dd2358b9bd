package dev.kefu.stock;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StockWants extends Repository<StockWant, UnitsOfCase.Key> {

    StockWant save(StockWant want);

    void delete(StockWant want);

    /** Who waits for the article, longest first. */
    @Query("select w from StockWant w where w.key.sku = :sku order by w.place")
    List<StockWant> findQueueFor(String sku, Limit most);

    @Query("select w from StockWant w where w.key.caseNumber = :caseNumber")
    List<StockWant> findOf(String caseNumber);

    /** All that the case waits for, with its rows locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select w from StockWant w where w.key.caseNumber = :caseNumber order by w.key.sku")
    List<StockWant> holdOf(String caseNumber);

    /** What for, without reading how much: that is read under the articles' locks. */
    @Query("select w.key.sku from StockWant w where w.key.caseNumber = :caseNumber")
    Set<String> findSkusOf(String caseNumber);

    @Query("select new dev.kefu.stock.SkuQuantity(w.key.sku, w.quantity) from StockWant w where w.key.caseNumber = :caseNumber")
    List<SkuQuantity> readOf(String caseNumber);

    @Query("select coalesce(sum(w.quantity), 0) from StockWant w where w.key.sku = :sku")
    long sumFor(String sku);
}

package dev.kefu.stockouts.domain;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StockOutCases extends Repository<StockOutCase, String> {

    StockOutCase save(StockOutCase goods);

    Optional<StockOutCase> findById(String caseNumber);

    /** @throws NotFound if there is no such stock-out */
    default StockOutCase get(CaseNumber caseNumber) {
        return findById(caseNumber.value()).orElseThrow(() -> new NotFound("There is no stock-out " + caseNumber + "."));
    }

    /** Those that are not over, oldest first. */
    @Query("select c from StockOutCase c where c.orderNumber in :orderNumbers and c.status not in :over order by c.caseNumber")
    List<StockOutCase> findOpenOf(Collection<String> orderNumbers, Collection<StockOutStatus> over);

    /** Those in which one of these articles is to be counted. */
    @Query("select distinct c from StockOutCase c join c.parts.parts p where c.status = :toCount and p.sku in :skus "
            + "order by c.caseNumber")
    List<StockOutCase> findToCount(Collection<String> skus, StockOutStatus toCount);

    /** When the article was counted for any case. */
    @Query("select max(n.countedAt) from StockOutCase c join c.counting.counts n where n.sku = :sku")
    Optional<Instant> findLastCount(String sku);

    /** Those that follow from the case and are not over. */
    @Query("select c from StockOutCase c where c.orderNumber = :orderNumber and c.origin.parent = :parent and c.status not in :over "
            + "order by c.caseNumber")
    List<StockOutCase> findOpenLinkedTo(String orderNumber, String parent, Collection<StockOutStatus> over);

    /** What each of the cases is about, part by part. */
    @Query("select c.caseNumber as caseNumber, c.origin.cause as cause, p.quantity as quantity, p.name as name "
            + "from StockOutCase c join c.parts.parts p where c.caseNumber in :caseNumbers order by c.caseNumber, index(p)")
    List<Goods> findGoodsOf(Collection<String> caseNumbers);

    /** Some units of what a stock-out is about. */
    interface Goods {

        String getCaseNumber();

        StockOutCause getCause();

        int getQuantity();

        String getName();
    }
}

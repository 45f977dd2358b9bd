package dev.kefu.stock;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StockItems extends Repository<StockItem, String> {

    StockItem save(StockItem item);

    Optional<StockItem> findBySku(String sku);

    /** The article with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from StockItem i where i.sku = :sku")
    Optional<StockItem> hold(String sku);
}

package dev.kefu.stock;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface StockMovements extends Repository<StockMovement, Long> {

    StockMovement save(StockMovement movement);

    Optional<StockMovement> findBySkuAndOnceKey(String sku, String onceKey);

    List<StockMovement> findByCaseNumberAndOnceKey(String caseNumber, String onceKey);

    boolean existsByCaseNumberAndKind(String caseNumber, MovementKind kind);
}

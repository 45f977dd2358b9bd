package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.springframework.lang.Nullable;

/** A change of an article's stock, and how it stood afterwards. Written once, never changed. */
@Entity
@Table(name = "stock_movement")
class StockMovement {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "movement")
    @SequenceGenerator(name = "movement", sequenceName = "stock_movement_sequence", allocationSize = 50)
    private Long id;
    private String sku;
    @Enumerated(EnumType.STRING)
    private MovementKind kind;
    private int quantity;
    private int onHand;
    private int reserved;
    private String caseNumber;
    private String onceKey;
    private String actor;
    private Instant happenedAt;

    protected StockMovement() {
    }

    /**
     * @param quantity   how many units came, went or were promised; of a count, the difference to what was thought
     * @param caseNumber for which case; null if for none
     * @param onceKey    what may happen only once; null if it may happen again
     */
    static StockMovement of(StockLevel after, MovementKind kind, int quantity, @Nullable CaseNumber caseNumber,
            @Nullable String onceKey, String actor, Instant at) {
        var movement = new StockMovement();
        movement.sku = after.sku();
        movement.kind = kind;
        movement.quantity = quantity;
        movement.onHand = after.onHand();
        movement.reserved = after.reserved();
        movement.caseNumber = caseNumber == null ? null : caseNumber.value();
        movement.onceKey = onceKey;
        movement.actor = actor;
        movement.happenedAt = at;
        return movement;
    }

    SkuQuantity units() {
        return new SkuQuantity(sku, quantity);
    }
}

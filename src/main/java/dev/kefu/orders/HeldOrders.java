package dev.kefu.orders;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** Orders by number: locked to decide something, or looked at without the lock. */
@Repository
class HeldOrders {

    private final EntityManager entities;

    HeldOrders(EntityManager entities) {
        this.entities = entities;
    }

    /** The order with its row locked until the transaction ends; one that it holds already is not read a second time. */
    Optional<ShopOrder> hold(String orderNumber) {
        return Optional.ofNullable(entities.find(ShopOrder.class, orderNumber, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Reads something of an order. What was read without the lock must not pass for the held order later in the same
     * transaction, so it is forgotten; an order that the transaction holds stays.
     */
    <T> Optional<T> look(String orderNumber, Function<ShopOrder, T> reading) {
        return Optional.ofNullable(entities.find(ShopOrder.class, orderNumber)).map(order -> {
            var read = reading.apply(order);
            if (!isHeld(order)) {
                entities.detach(order);
            }
            return read;
        });
    }

    /** A new order; what isn't in the database yet can't be locked, so it goes there at once. */
    void add(ShopOrder order) {
        entities.persist(order);
        entities.flush();
    }

    /** Locked, or written by this transaction, which is more. */
    private boolean isHeld(ShopOrder order) {
        var lock = entities.getLockMode(order);
        return lock == LockModeType.PESSIMISTIC_WRITE || lock == LockModeType.PESSIMISTIC_FORCE_INCREMENT;
    }
}

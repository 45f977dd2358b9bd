package dev.kefu.orders;

import dev.kefu.customers.Contact;
import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface ShopOrders extends Repository<ShopOrder, String> {

    ShopOrder save(ShopOrder order);

    Optional<ShopOrder> findByOrderNumber(String orderNumber);

    List<ShopOrder> findByCustomerIdOrderByOrderNumber(String customerId);

    @Query("select o.consignee from ShopOrder o where o.customerId = :customerId")
    List<Contact> findConsigneesOf(String customerId);

    @Query("select o.orderNumber from ShopOrder o where o.customerId = :customerId order by o.orderNumber")
    List<String> findNumbersOf(String customerId);

    @Query("select count(o) > 0 from ShopOrder o where o.orderNumber = :orderNumber and o.erasedAt is not null")
    boolean isErased(String orderNumber);

    long count();

    /** The order with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from ShopOrder o where o.orderNumber = :orderNumber")
    Optional<ShopOrder> hold(String orderNumber);

    /** Locks the order's row until the transaction ends, and reads or writes nothing else. */
    @QueryHints(@QueryHint(name = "org.hibernate.flushMode", value = "COMMIT"))
    @Query(value = "select o.order_number from shop_order o where o.order_number = :orderNumber for update", nativeQuery = true)
    Optional<String> lock(String orderNumber);

    /** All orders of a customer with their rows locked, in the order of their numbers. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from ShopOrder o where o.customerId = :customerId order by o.orderNumber")
    List<ShopOrder> holdAllOf(String customerId);

    @Query("select o.orderNumber from Outflow o where o.decisionKey = :decisionKey")
    Optional<String> findByDecision(String decisionKey);

    @Query("select s.key.trackingNumber from Shipment s where s.key.orderNumber = :orderNumber")
    Set<String> findTrackingNumbers(String orderNumber);

    @Query("select distinct s.trackingKey from Shipment s where s.trackingKey in :trackingKeys")
    List<String> findKnownKeys(Collection<String> trackingKeys);

    @Query("select distinct s.key.orderNumber from Shipment s where s.trackingKey in :trackingKeys")
    List<String> findByTrackingKeys(Collection<String> trackingKeys);

    List<ShopOrder> findByOrderNumberIn(Collection<String> orderNumbers);

    /**
     * Orders of which units of the article may lie unsent: they are not all in parcels that count, and the shop does not say
     * that the order arrived, or parcels speak otherwise. First paid first.
     */
    @Query(value = """
            select o.order_number from shop_order o
            where o.order_number in (select l.order_number from shop_order_line l where l.sku = :sku
                and l.quantity > (select coalesce(sum(c.quantity), 0) from shipment_line c
                    join shipment s on s.order_number = c.order_number and s.tracking_number = c.tracking_number
                    where c.order_number = l.order_number and c.line = l.line and s.fate not in ('RETURNED', 'LOST')))
            and (o.delivered_at is null or exists (select 1 from shipment s where s.order_number = o.order_number
                and (s.fate in ('RETURNED', 'LOST') or s.by_house)))
            order by o.paid_at, o.order_number
            """, nativeQuery = true)
    List<String> findMaybeUnsent(String sku);

    /** What the article was called, the latest sale first. */
    @Query("select l.name from ShopOrder o join o.lines l where l.sku = :sku order by o.paidAt desc, o.orderNumber, l.key.line")
    List<String> findNames(String sku, Limit limit);

    /** What one unit of the article cost, the latest sale first. */
    @Query("select l.unitPrice from ShopOrder o join o.lines l where l.sku = :sku and o.currency = :currency "
            + "order by o.paidAt desc, o.orderNumber, l.key.line")
    List<BigDecimal> findUnitPrices(String sku, Currency currency, Limit limit);

    /** The article, as often as it was sold. */
    @Query("select l.sku from ShopOrder o join o.lines l where l.sku = :sku")
    List<String> findSales(String sku, Limit limit);

    @Query("select o.orderNumber as orderNumber, o.fingerprint as fingerprint from ShopOrder o "
            + "where o.orderNumber in :orderNumbers")
    List<Known> findKnown(Collection<String> orderNumbers);

    /** What tells whether an order changed. */
    interface Known {

        String getOrderNumber();

        String getFingerprint();
    }
}

package dev.kefu.orders;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which orders are a customer's, for modules that keep something about orders and are asked about a customer (CUS-4). */
@Component
@Transactional(readOnly = true)
public class CustomersOrders {

    private final ShopOrders orders;

    CustomersOrders(ShopOrders orders) {
        this.orders = orders;
    }

    /** Their numbers, in order. */
    public List<String> of(String customerId) {
        return orders.findNumbersOf(customerId);
    }

    /** Whether the order's customer was erased: nothing that tells who they were is kept of it again. */
    public boolean isErased(String orderNumber) {
        return orders.isErased(orderNumber);
    }
}

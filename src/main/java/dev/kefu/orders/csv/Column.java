package dev.kefu.orders.csv;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of an import file, named as in its header. */
enum Column {

    ORDER_NUMBER("orderNumber"),
    CUSTOMER_ID("customerId"),
    CUSTOMER_NAME("customerName"),
    PHONE("phone"),
    EMAIL("email"),
    PROVINCE("province"),
    CITY("city"),
    STREET("street"),
    POSTCODE("postcode"),
    CHANNEL("channel"),
    CURRENCY("currency"),
    PAID_AT("paidAt"),
    DELIVERED_AT("deliveredAt"),
    FREIGHT("freight"),
    ORDER_DISCOUNT("orderDiscount"),
    LINE("line"),
    SKU("sku"),
    NAME("name"),
    CATEGORY("category"),
    QUANTITY("quantity"),
    UNIT_PRICE("unitPrice"),
    UNIT_COST("unitCost"),
    LINE_DISCOUNT("lineDiscount"),
    WEIGHT_GRAMS("weightGrams"),
    COURIER("courier"),
    TRACKING_NUMBER("trackingNumber"),
    SHIPPED_AT("shippedAt");

    static final Map<String, Column> BY_TITLE = Arrays.stream(values())
            .collect(Collectors.toMap(column -> column.title, Function.identity()));

    private static final Set<Column> PERSONAL = EnumSet.of(CUSTOMER_NAME, PHONE, EMAIL, PROVINCE, CITY, STREET, POSTCODE);

    final String title;

    Column(String title) {
        this.title = title;
    }

    /** What tells who a customer is, and so is repeated to nobody. */
    boolean isPersonal() {
        return PERSONAL.contains(this);
    }

    @Override
    public String toString() {
        return title;
    }
}

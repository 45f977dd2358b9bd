package dev.kefu.orders;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.springframework.lang.Nullable;

/** So many units of one article, as they were bought. Amounts are in the order's currency. */
@Entity
@Table(name = "shop_order_line")
class OrderLine {

    @EmbeddedId
    private LineKey key;
    private String sku;
    private String name;
    private String category;
    private int quantity;
    private BigDecimal unitPrice;
    private BigDecimal unitCost;
    private BigDecimal discount;
    private Integer weightGrams;

    protected OrderLine() {
    }

    static OrderLine bought(String orderNumber, OrderDraft.Line draft) {
        var line = new OrderLine();
        line.key = new LineKey(orderNumber, draft.line());
        line.become(draft);
        return line;
    }

    void become(OrderDraft.Line draft) {
        sku = draft.sku();
        name = draft.name();
        category = draft.category();
        quantity = draft.quantity();
        unitPrice = draft.unitPrice();
        unitCost = draft.unitCost();
        discount = draft.discount();
        weightGrams = draft.weightGrams();
    }

    int number() {
        return key.line();
    }

    String sku() {
        return sku;
    }

    String name() {
        return name;
    }

    @Nullable
    String category() {
        return category;
    }

    int quantity() {
        return quantity;
    }

    BigDecimal unitPrice() {
        return unitPrice;
    }

    @Nullable
    BigDecimal unitCost() {
        return unitCost;
    }

    BigDecimal discount() {
        return discount;
    }

    @Nullable
    Integer weightGrams() {
        return weightGrams;
    }

    /** What people read of a line: {@code line 2 (Kettle)}. */
    @Override
    public String toString() {
        return "line %d (%s)".formatted(number(), name);
    }
}

package dev.kefu.parcels.domain;

import dev.kefu.orders.GoodsWords;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderView;
import dev.kefu.stock.SkuQuantity;
import jakarta.persistence.Embeddable;

/** Goods of a parcel, as the order calls them. */
@Embeddable
class ParcelLine {

    private int line;
    private int quantity;
    private String sku;
    private String name;

    protected ParcelLine() {
    }

    static ParcelLine of(OrderView.Line bought, int units) {
        return of(bought.line(), units, bought.sku(), bought.name());
    }

    static ParcelLine of(int line, int quantity, String sku, String name) {
        var goods = new ParcelLine();
        goods.line = line;
        goods.quantity = quantity;
        goods.sku = sku;
        goods.name = name;
        return goods;
    }

    ParcelLine atMost(int units) {
        return of(line, Math.min(quantity, units), sku, name);
    }

    LineQuantity units() {
        return new LineQuantity(line, quantity);
    }

    SkuQuantity article() {
        return new SkuQuantity(sku, quantity);
    }

    String sku() {
        return sku;
    }

    String name() {
        return name;
    }

    /** {@code "2 × Thermos cup"}. */
    String inWords() {
        return GoodsWords.of(quantity, name);
    }
}

package dev.kefu.stockouts.domain;

import dev.kefu.orders.LineQuantity;
import dev.kefu.stock.SkuQuantity;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Units of a line that go the same way. */
@Embeddable
class StockOutPart {

    private int line;
    private String sku;
    private String name;
    private String ownSku;
    private int quantity;
    @Enumerated(EnumType.STRING)
    private PartFate fate;

    protected StockOutPart() {
    }

    /**
     * @param sku    what goes out for them
     * @param name   what the order calls the line
     * @param ownSku what goes out unless the customer takes something else
     */
    static StockOutPart owed(int line, String sku, String name, int quantity) {
        var part = new StockOutPart();
        part.line = line;
        part.sku = sku;
        part.ownSku = sku;
        part.name = name;
        part.quantity = quantity;
        part.fate = PartFate.OWED;
        return part;
    }

    /** So many of its units as a part of their own; this one keeps the others. */
    StockOutPart split(int units) {
        var other = owed(line, sku, name, units);
        other.ownSku = ownSku;
        other.fate = fate;
        quantity -= units;
        return other;
    }

    void go(PartFate next) {
        fate = next;
    }

    void become(String article) {
        sku = article;
    }

    void becomeItself() {
        sku = ownSku;
    }

    void add(StockOutPart like) {
        quantity += like.quantity;
    }

    boolean isLike(StockOutPart other) {
        return line == other.line && sku.equals(other.sku) && ownSku.equals(other.ownSku) && fate == other.fate;
    }

    boolean is(PartFate which) {
        return fate == which;
    }

    boolean isOpen() {
        return fate.isOpen();
    }

    boolean isSubstituted() {
        return !sku.equals(ownSku);
    }

    int line() {
        return line;
    }

    String sku() {
        return sku;
    }

    String ownSku() {
        return ownSku;
    }

    String name() {
        return name;
    }

    int quantity() {
        return quantity;
    }

    PartFate fate() {
        return fate;
    }

    LineQuantity units() {
        return new LineQuantity(line, quantity);
    }

    SkuQuantity goods() {
        return new SkuQuantity(sku, quantity);
    }
}

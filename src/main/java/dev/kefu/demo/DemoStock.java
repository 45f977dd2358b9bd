package dev.kefu.demo;

import dev.kefu.shared.Money;
import dev.kefu.stock.Stock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What the small shop has in its warehouse: the articles of its orders, and other sizes and colours of some of them at the
 * same price, so that an exchange can be tried. A few are sold out, some for long.
 */
@Component
@Profile("demo")
class DemoStock {

    private static final int LOCAL = 3;
    private static final int FROM_THE_MAKER = 10;
    private static final int BY_SEA = 45;

    private final Stock stock;

    DemoStock(Stock stock) {
        this.stock = stock;
    }

    boolean isThere() {
        return stock.find("CUP-350").isPresent();
    }

    void store() {
        count("CUP-350", 40, LOCAL, "59.00");
        count("CUP-350-BLUE", 25, LOCAL, "59.00");
        count("CUP-500", 30, LOCAL, "69.00");
        count("KETTLE-17", 8, FROM_THE_MAKER, "299.00");
        count("COAT-M-RED", 2, FROM_THE_MAKER, "899.00");
        count("COAT-L-RED", 3, FROM_THE_MAKER, "899.00");
        count("COAT-M-BLACK", 1, FROM_THE_MAKER, "899.00");
        count("COAT-S-RED", 0, FROM_THE_MAKER, "899.00");
        count("SCARF-01", 15, LOCAL, "168.00");
        count("SCARF-01-GREY", 6, LOCAL, "168.00");
        count("PHONE-128", 4, BY_SEA, "2999.00");
        count("PHONE-256", 2, BY_SEA, "3499.00");
        count("SHOE-41", 5, FROM_THE_MAKER, "329.00");
        count("SHOE-42", 3, FROM_THE_MAKER, "329.00");
        count("SHOE-43", 0, FROM_THE_MAKER, "329.00");
        count("TEA-250", 60, LOCAL, "128.00");
        count("POT-01", 2, BY_SEA, "260.00");
        count("LAMP-02", 12, FROM_THE_MAKER, "149.00");
        count("CHAIR-01", 3, FROM_THE_MAKER, "799.00");
        count("LAPTOP-14", 1, BY_SEA, "5999.00");
        count("MOUSE-01", 50, LOCAL, "99.00");
        count("MOUSE-01-WHITE", 20, LOCAL, "99.00");
        count("BOWL-6", 18, LOCAL, "88.00");
        count("FAN-01", 0, BY_SEA, "269.00");
        count("BAG-BK", 2, FROM_THE_MAKER, "1599.00");
        count("BAG-BR", 1, FROM_THE_MAKER, "1599.00");
    }

    private void count(String sku, int onHand, int replenishmentDays, String price) {
        stock.store(sku, onHand, replenishmentDays, Money.cny(price));
    }
}

package dev.kefu.stock;

import java.util.Locale;

/** In what state goods came back to the house (RET-4, PAR-3). */
public enum GoodsCondition {
    AS_NEW, USED, DAMAGED, WRONG_GOODS;

    /** "as new". */
    public String inWords() {
        return name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}

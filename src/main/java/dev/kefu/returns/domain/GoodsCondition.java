package dev.kefu.returns.domain;

import java.util.Locale;

/** In what state goods came back (RET-4). */
public enum GoodsCondition {
    AS_NEW, USED, DAMAGED, WRONG_GOODS;

    /** "as new". */
    String inWords() {
        return name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}

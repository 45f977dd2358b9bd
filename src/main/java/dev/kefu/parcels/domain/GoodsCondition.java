package dev.kefu.parcels.domain;

import java.util.Locale;

/** In what condition goods came home. */
public enum GoodsCondition {
    AS_NEW, USED, DAMAGED, WRONG_GOODS;

    /** "as new". */
    String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

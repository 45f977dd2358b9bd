package dev.kefu.returns.domain;

/** In what state goods came back (RET-4). */
public enum GoodsCondition {
    AS_NEW, USED, DAMAGED, WRONG_GOODS
}

package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;

/** A case that waited for goods has all of them now; published in the transaction in which the last of them was promised. */
public record GoodsReady(CaseNumber caseNumber) {
}

package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;

/**
 * A count found less than was promised, and units that this case had are not there: it waits for them again, at its old
 * place. Published in the transaction of the count.
 */
public record GoodsLost(CaseNumber caseNumber) {
}

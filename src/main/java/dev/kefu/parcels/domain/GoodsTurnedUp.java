package dev.kefu.parcels.domain;

import dev.kefu.shared.CaseNumber;

/** Goods were found for which the case has claimed from the courier, or may; published in the transaction in which it is noted. */
public record GoodsTurnedUp(CaseNumber caseNumber) {
}

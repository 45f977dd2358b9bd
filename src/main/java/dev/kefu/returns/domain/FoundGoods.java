package dev.kefu.returns.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A finding, as it is kept. */
@Embeddable
class FoundGoods {

    private int line;
    private int accepted;
    private int refused;
    @Column(name = "goods_condition")
    @Enumerated(EnumType.STRING)
    private GoodsCondition condition;
    private boolean qualityProblem;
    private String note;

    protected FoundGoods() {
    }

    static FoundGoods of(Finding finding) {
        var found = new FoundGoods();
        found.line = finding.line();
        found.accepted = finding.accepted();
        found.refused = finding.refused();
        found.condition = finding.condition();
        found.qualityProblem = finding.hasQualityProblem();
        found.note = finding.note();
        return found;
    }

    void erase() {
        note = null;
    }

    Finding finding() {
        return new Finding(line, accepted, refused, condition, qualityProblem, note);
    }
}

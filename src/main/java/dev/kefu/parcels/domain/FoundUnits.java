package dev.kefu.parcels.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A finding, as it is kept. */
@Embeddable
class FoundUnits {

    private int line;
    private int accepted;
    private int refused;
    @Column(name = "goods_condition")
    @Enumerated(EnumType.STRING)
    private GoodsCondition condition;
    private boolean qualityProblem;
    private String note;

    protected FoundUnits() {
    }

    static FoundUnits of(Finding finding) {
        var found = new FoundUnits();
        found.line = finding.line();
        found.accepted = finding.accepted();
        found.refused = finding.refused();
        found.condition = finding.condition();
        found.qualityProblem = Boolean.TRUE.equals(finding.qualityProblem());
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

package dev.kefu.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A finding, as a case keeps it. */
@Embeddable
public class FoundUnits {

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

    /** @param finding one that was checked ({@link Findings#requireFit}) */
    public static FoundUnits of(Finding finding) {
        var found = new FoundUnits();
        found.line = finding.line();
        found.accepted = finding.accepted();
        found.refused = finding.refused();
        found.condition = finding.condition();
        found.qualityProblem = finding.hasQualityProblem();
        found.note = finding.note();
        return found;
    }

    /** What people wrote about it goes (CUS-4). */
    public void erase() {
        note = null;
    }

    public Finding finding() {
        return new Finding(line, accepted, refused, condition, qualityProblem, note);
    }
}

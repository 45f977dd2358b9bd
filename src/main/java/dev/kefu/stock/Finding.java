package dev.kefu.stock;

import org.springframework.lang.Nullable;

/**
 * What inspection found of one line, as it is typed; several rows for one line where its units differ (RET-4). What that
 * means for a case is the case's business.
 *
 * @param line           number of the order line
 * @param accepted       units that meet the conditions, nothing means none
 * @param refused        units that don't, nothing means none
 * @param condition      always needed
 * @param qualityProblem whether a fault of the goods is established; nothing means that nobody looked, and what the customer
 *                       claims stands
 */
public record Finding(@Nullable Integer line, @Nullable Integer accepted, @Nullable Integer refused,
        @Nullable GoodsCondition condition, @Nullable Boolean qualityProblem, @Nullable String note) {

    public Finding {
        accepted = accepted == null ? 0 : accepted;
        refused = refused == null ? 0 : refused;
    }

    public boolean hasQualityProblem() {
        return Boolean.TRUE.equals(qualityProblem);
    }

    /** They were looked at, and no fault of the goods was found. */
    public boolean hasNoProblem() {
        return Boolean.FALSE.equals(qualityProblem);
    }

    /** Whether the accepted ones look as if somebody else could buy them; named so that it is no field of a row. */
    public boolean looksNew() {
        return condition == GoodsCondition.AS_NEW && !hasQualityProblem();
    }

    /** {@code "Line 1: 2 accepted, 0 refused, used, quality problem"} */
    public String inWords() {
        return "Line " + line + ": " + accepted + " accepted, " + refused + " refused, "
                + condition.inWords() + (hasQualityProblem() ? ", quality problem" : "");
    }
}

package dev.kefu.returns.domain;

import org.springframework.lang.Nullable;

/**
 * What inspection found of one line, as it is typed; several rows for one line where its units differ (RET-4).
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

    boolean hasQualityProblem() {
        return Boolean.TRUE.equals(qualityProblem);
    }

    /** They were looked at, and no fault of the goods was found. */
    boolean isWithoutProblem() {
        return Boolean.FALSE.equals(qualityProblem);
    }
}

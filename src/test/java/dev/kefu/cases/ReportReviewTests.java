package dev.kefu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.Department;
import dev.kefu.ProcessTest;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import dev.kefu.workflow.Groups;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a junior agent reports is looked at by somebody else (ORG-1, ORG-4), whatever it is about. */
@ProcessTest
class ReportReviewTests {

    @Autowired Department department;
    @Autowired ReportReview review;
    @Autowired CaseFiles cases;

    private CaseNumber reported;

    @BeforeEach
    void report() {
        as(Groups.JUNIOR_AGENTS, () -> reported = cases.open(new NewCase("stock-out", null, null,
                Groups.JUNIOR_AGENTS, null)));
    }

    @Test
    void isNeededOfJuniorAgentsOnly() {
        as(Groups.JUNIOR_AGENTS, () -> assertThat(review.isNeeded()).isTrue());
        as(Groups.AGENTS, () -> assertThat(review.isNeeded()).isFalse());
    }

    @Test
    void isNobodysWhoReportedIt() {
        assertThat(review.askers(reported)).hasSize(1).isSubsetOf(cases.openerOf(reported));
        assertThat(review.askers(CaseNumber.of(2026, 999_999))).isEmpty();
        as(Groups.JUNIOR_AGENTS, () -> assertThatThrownBy(() -> review.record(reported, true, null))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.violations())
                        .extracting(Violation::rule).containsExactly("ORG-4")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = " ")
    void needsAReasonToTurnItDown(String note) {
        as(Groups.TEAM_LEADERS, () -> assertThatThrownBy(() -> review.record(reported, false, note))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.violations())
                        .extracting(Violation::field).containsExactly("note")));

        assertThat(cases.get(reported).timeline()).extracting(TimelineEntry::what).containsExactly("OPENED");
    }

    @Test
    void isNotedWithItsReason() {
        as(Groups.TEAM_LEADERS, () -> review.record(reported, true, null));
        as(Groups.TEAM_LEADERS, () -> review.record(reported, false, "There are plenty"));

        assertThat(cases.get(reported).timeline()).extracting(TimelineEntry::what)
                .containsExactly("OPENED", "REPORT_ACCEPTED", "REPORT_REJECTED");
        assertThat(cases.get(reported).timeline().get(2).text()).isEqualTo("There are plenty");
    }

    private void as(String person, Runnable work) {
        department.as(person, () -> {
            work.run();
            return null;
        });
    }
}

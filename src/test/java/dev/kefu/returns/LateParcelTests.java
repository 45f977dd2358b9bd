package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.JUNIOR_AGENTS;
import static dev.kefu.workflow.Groups.RETURNS_SPECIALISTS;
import static dev.kefu.workflow.Groups.TEAM_LEADERS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.FixedClock;
import dev.kefu.cases.CaseStatus;
import dev.kefu.shared.Forbidden;
import dev.kefu.workflow.RefusedByRule;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** A parcel that comes after its return has ended (RET-8). */
class LateParcelTests extends ReturnWalk {

    @Test
    void opensALinkedCaseInReview() {
        var expired = expired(AGENTS);

        assertThat(awaited(WAREHOUSE, expired)).containsExactly("return-parcel-arrived");
        assertThat(awaited(AGENTS, expired)).isEmpty();
        arrive(expired);

        var late = late(expired);
        assertThat(file(expired).related()).containsExactly(number(late));
        assertThat(file(late).parent()).isEqualTo(number(expired));
        assertThat(file(expired).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(outcome(expired)).isEqualTo("EXPIRED");
        assertThat(late).isWaitingAt("reviewReturn");
        assertThat(candidates("reviewReturn", late)).containsExactly(RETURNS_SPECIALISTS);
        assertThat(runtime.getVariables(late.getId())).containsEntry("orderNumber", order).doesNotContainKey("earlierCase")
                .containsEntry("reason", "CHANGED_MIND").containsEntry("resolution", "REFUND");
    }

    @Test
    void goesStraightToInspectionWhenItIsApproved() {
        var expired = expired(AGENTS);
        arrive(expired);
        var late = late(expired);

        approve(late);
        assertThat(late).isWaitingAt("inspectGoods").hasNotPassed("arrangeReturn");
        inspect(late, finding(1, 1, 0));
        pay(late);

        assertThat(late).isEnded();
        assertThat(outcome(late)).isEqualTo("REFUNDED");
        assertThat(unitsThatMayComeBack()).isEqualTo(2);
    }

    @Test
    void goesBackToTheCustomerWhenItIsRejected() {
        var expired = expired(AGENTS);
        arrive(expired);
        var late = late(expired);

        complete(RETURNS_SPECIALISTS, "reviewReturn", late, Map.of("decision", "REJECT", "note", "Far too late"));
        shipBack(late);

        assertThat(late).isEnded().hasPassed("returnRejected", "recordShipBack", "returnClosed");
        assertThat(outcome(late)).isEqualTo("SENT_BACK");
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void isCorrectedAndReviewedAgain() {
        var expired = expired(AGENTS);
        arrive(expired);
        var late = late(expired);

        complete(RETURNS_SPECIALISTS, "reviewReturn", late, Map.of("decision", "ASK", "note", "Is it broken?"));
        complete(AGENTS, "completeRequest", late, Map.of("orderNumber", order, "reason", "DEFECTIVE", "resolution", "REFUND",
                "lines", List.of(line(1, 1))));

        assertThat(late).isWaitingAt("reviewReturn");
    }

    @Test
    void ofAWithdrawnReturnOpensACaseToo() {
        var withdrawn = returnOf(AGENTS, line(1, 1));
        approve(withdrawn);
        letTheCustomerSend(withdrawn);
        withdraw(withdrawn);

        arrive(withdrawn);

        assertThat(file(late(withdrawn)).parent()).isEqualTo(number(withdrawn));
    }

    @Test
    void opensOneCaseHoweverOftenItIsTold() {
        var expired = expired(AGENTS);
        arrive(expired);

        assertThat(awaited(WAREHOUSE, expired)).isEmpty();
        assertThatThrownBy(() -> arrive(expired)).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining(file(expired).related().get(0).value());

        assertThat(file(expired).related()).hasSize(1);
    }

    @Test
    void isReviewedByATeamLeaderWhereAJuniorAgentOpenedTheFirstCase() {
        var expired = expired(JUNIOR_AGENTS);

        arrive(expired);

        assertThat(candidates("reviewReturn", late(expired))).containsExactly(TEAM_LEADERS);
    }

    @Test
    void isNoneOfAReturnWhoseGoodsWereHere() {
        var goods = returnOf(AGENTS, line(1, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0));
        pay(goods);

        assertThat(awaited(WAREHOUSE, goods)).isEmpty();
        assertThatThrownBy(() -> arrive(goods)).isInstanceOf(RefusedByRule.class).hasMessageContaining("REFUNDED");

        assertThat(file(goods).related()).isEmpty();
    }

    @Test
    void isToldToNoEndedCaseBesides() {
        var expired = expired(AGENTS);

        assertThatThrownBy(() -> tell(AGENTS, expired, "return-shipped", SENT)).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("does not wait");
        assertThatThrownBy(() -> withdraw(expired)).isInstanceOf(RefusedByRule.class).hasMessageContaining("does not wait");
        assertThatThrownBy(() -> tell(AGENTS, expired, "return-parcel-arrived", Map.of())).isInstanceOf(Forbidden.class);

        assertThat(file(expired).related()).isEmpty();
    }

    @Test
    void isNothingThatAnybodyStartsWith() {
        var expired = expired(AGENTS);

        assertThatThrownBy(() -> department.start(AGENTS, KIND, Map.of("earlierCase", key(expired), "orderNumber", order,
                "reason", "CHANGED_MIND", "resolution", "REFUND", "lines", List.of(line(1, 1)))))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("earlierCase is not accepted here");
    }

    private ProcessInstance expired(String opener) {
        var goods = returnOf(opener, line(1, 1));
        complete(opener.equals(JUNIOR_AGENTS) ? TEAM_LEADERS : RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE"));
        letTheCustomerSend(goods);
        FixedClock.set("2026-12-01T10:00:00+08:00");
        runDueTimers(goods);
        FixedClock.set("2026-12-04T10:00:00+08:00");
        runDueTimers(goods);
        assertThat(goods).isEnded();
        return goods;
    }

    private ProcessInstance late(ProcessInstance earlier) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(file(earlier).related().get(0).value()).singleResult();
    }
}

package dev.kefu.parcels;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.ORDER_CLERKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import dev.kefu.language.Phrasebook;
import dev.kefu.shared.Language;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.ParcelEventStatus;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is agreed about a parcel that is back (PAR-4), what it costs (SHP-4), and what silence means. Monday, ten o'clock. */
class ParcelAgreementTests extends ParcelWalk {

    private static final Map<String, Object> TIBET = Map.of("province", "西藏自治区", "city", "那曲市", "street", "浙江中路 8 号");

    @Autowired Phrasebook phrasebook;

    @Test
    void sendsTheGoodsOnceMoreWithoutASurchargeWhereAUsualCourierGoes() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);

        answers(parcel, "RESHIP");
        var again = ship(parcel);
        courierReports(again, ParcelEventStatus.DELIVERED);

        assertThat(parcel).isEnded().hasPassed("recordReshipment", "courierReports").hasNotPassed("collectSurcharge");
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(account().line(1).orElseThrow().deliveredQuantity()).isEqualTo(3);
        assertThat(account().line(1).orElseThrow().openQuantity()).isZero();
        assertThat(cupsInStock()).isZero();
    }

    @Test
    void showsWhichCouriersGoThereAndWhatTheyTake() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);

        assertThat(shown("agreeReshipment", parcel, "quotes").toString()).contains("(YTO)", "7.00 CNY", "difference 0.00 CNY");
    }

    @Test
    void collectsTheDifferenceBeforeTheGoodsLeave() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);

        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "courier", "SF", "note", "Wants it fast."));

        assertThat(openTasks(parcel)).containsExactly("collectSurcharge");
        assertThat(shown("collectSurcharge", parcel, "surcharge").toString()).contains("9.00 CNY", "16.00 CNY");
        complete(AGENTS, "collectSurcharge", parcel, Map.of("surchargePaid", true));
        assertThat(account().paid()).isEqualTo(Money.cny("1069.00"));
        assertThat(openTasks(parcel)).containsExactly("reshipParcel");
        assertThatThrownBy(() -> ship(parcel)).hasRootCauseInstanceOf(RuleViolation.class).hasMessageContaining("agreed to");
        complete(ORDER_CLERKS, "reshipParcel", parcel, Map.of("courier", "SF", "trackingNumber", "SF" + order));
        courierReports("SF", "SF" + order, ParcelEventStatus.DELIVERED);
        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(account().refunded()).isEqualTo(Money.cny("0.00"));
    }

    @Test
    void paysBackTheDifferenceWhereAnotherCourierTakesTheGoodsForNone() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);
        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "courier", "SF", "note", "Wants it fast."));
        complete(AGENTS, "collectSurcharge", parcel, Map.of("surchargePaid", true));
        tell(AGENTS, parcel, "customer-replied", Map.of("answer", "REFUND"));
        refuseRefund(parcel);
        assertThatThrownBy(() -> complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "courier", "EMS", "note", "EMS.")))
                .rootCause().isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.violations())
                        .extracting(each -> each.field(), each -> each.rule()).containsExactly(tuple("courier", "SHP-4")));

        answers(parcel, "RESHIP");
        courierReports(ship(parcel), ParcelEventStatus.DELIVERED);
        approveAndPay(parcel);

        assertThat(outcome(parcel)).isEqualTo("DELIVERED");
        assertThat(account().refunded()).isEqualTo(Money.cny("9.00"));
    }

    @Test
    void agreesAfterAllWithACustomerWhoRingsAfterThreeTries() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);
        for (int i = 0; i < 3; i++) {
            answers(parcel, "NO_ANSWER");
        }
        assertThat(openTasks(parcel)).containsExactly("decideParcel");

        tell(AGENTS, parcel, "customer-replied", Map.of("answer", "RESHIP"));

        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
    }

    @Test
    void talksAgainWhereTheSurchargeIsNotPaid() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);
        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "courier", "SF", "note", "Wants it fast."));

        complete(AGENTS, "collectSurcharge", parcel, Map.of("surchargePaid", false));

        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
        assertThat(account().paid()).isEqualTo(Money.cny("1060.00"));
        answers(parcel, "RESHIP");
        assertThat(openTasks(parcel)).containsExactly("reshipParcel");
    }

    @Test
    void takesNoSurchargeWhereTheCourierIsAtFault() {
        var parcel = report("COURIER_FAULT");
        comesBack(parcel);

        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "courier", "SF", "note", "By another courier."));

        assertThat(openTasks(parcel)).containsExactlyInAnyOrder("reshipParcel", "claimFromCourier");
    }

    @Test
    void tellsAChineseAgentWhatIsReportedAndOfferedInChinese() {
        var parcel = report("OUT_OF_AREA");
        comesBack(parcel);

        var offers = phrasebook.in(Language.ZH, shown("agreeReshipment", parcel, "quotes").toString());
        var reported = phrasebook.in(Language.ZH, shown("agreeReshipment", parcel, "request").toString());

        assertThat(offers).contains("（YTO）：不能送达。", "（SF）：").doesNotContain("days", "difference", "CNY for", "goes to");
        assertThat(reported).startsWith("超出快递派送范围（超区）：YTO 包裹 ");
    }

    @Test
    void refusesTheAddressThatWasUnclear() {
        var parcel = report("ADDRESS_UNCLEAR");
        comesBack(parcel);

        assertThatThrownBy(() -> answers(parcel, "RESHIP")).rootCause().isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.violations()).singleElement().extracting("field", "rule").containsExactly("address", "PAR-4"));
        assertThatThrownBy(() -> complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "note", "Same.",
                "address", Map.of("province", "浙江", "city", "杭州市", "district", "西湖区", "street", "文三路１号"))))
                .hasRootCauseInstanceOf(RuleViolation.class);
        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "note", "The right one.", "address", ELSEWHERE));
        assertThat(openTasks(parcel)).containsExactly("reshipParcel");
    }

    @Test
    void refusesASecondAddressThatFailedToo() {
        var parcel = report("ADDRESS_UNCLEAR");
        comesBack(parcel);
        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "note", "The right one.", "address", ELSEWHERE));
        number = ship(parcel);
        courierReports(ParcelEventStatus.RETURNED_TO_SENDER);

        assertThatThrownBy(() -> decide(parcel, "RESHIP")).hasRootCauseInstanceOf(RuleViolation.class);
    }

    @Test
    void refusesAPlaceAndACourierThatNobodyKnows() {
        var parcel = report("ADDRESS_UNCLEAR");
        comesBack(parcel);
        var nowhere = Map.of("province", "Nowhere", "city", "x", "street", "y");

        assertThatThrownBy(() -> complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "note", "There.",
                "address", nowhere))).hasRootCauseInstanceOf(RuleViolation.class).hasMessageContaining("no province");
        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "note", "The right one.", "address", ELSEWHERE));

        assertThatThrownBy(() -> complete(ORDER_CLERKS, "reshipParcel", parcel, Map.of("courier", "NIX", "trackingNumber", "A1")))
                .hasRootCauseInstanceOf(RuleViolation.class).hasMessageContaining("NIX");
    }

    @Test
    void takesTheAddressThatWasCorrectedWhileItTravelled() {
        var parcel = report("ADDRESS_UNCLEAR");
        tell(AGENTS, parcel, "address-corrected", Map.of("address", ELSEWHERE));
        assertThat(parcel).isWaitingAt("redirectParcel");
        runWaiting(parcel);
        assertThat(timeline(parcel)).contains("ADDRESS_CORRECTED");
        comesBack(parcel);

        answers(parcel, "RESHIP");

        assertThat(openTasks(parcel)).containsExactly("reshipParcel");
    }

    @Test
    void refusesACourierThatDoesNotGoThere() {
        var parcel = report("OUT_OF_AREA");
        comesBack(parcel);

        assertThatThrownBy(() -> complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "courier", "ZTO",
                "note", "To Tibet.", "address", TIBET))).hasRootCauseInstanceOf(RuleViolation.class).hasMessageContaining("ZTO");
        assertThatThrownBy(() -> complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "courier", "圆通速递",
                "note", "Once more."))).hasRootCauseInstanceOf(RuleViolation.class);
        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "note", "To Tibet.", "address", TIBET));

        assertThat(shown("collectSurcharge", parcel, "surcharge").toString()).contains("CNY are due for ");
        complete(AGENTS, "collectSurcharge", parcel, Map.of("surchargePaid", true));
        assertThatThrownBy(() -> complete(ORDER_CLERKS, "reshipParcel", parcel, Map.of("courier", "ZTO", "trackingNumber", "Z1")))
                .hasRootCauseInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> complete(ORDER_CLERKS, "reshipParcel", parcel, Map.of("courier", "EMS", "trackingNumber", number)))
                .hasRootCauseInstanceOf(RuleViolation.class).hasMessageContaining("could not be delivered");
    }

    @Test
    void triesThreeTimesInOfficeHoursAndThenAsksASupervisor() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);

        answers(parcel, "NO_ANSWER");
        assertThat(task("agreeReshipment", parcel).getFollowUpDate().toInstant())
                .isEqualTo(OffsetDateTime.parse("2026-11-23T14:00:00+08:00").toInstant());
        laterAt("2026-11-23T16:00:00+08:00", parcel);
        answers(parcel, "NO_ANSWER");
        assertThat(task("agreeReshipment", parcel).getFollowUpDate().toInstant())
                .isEqualTo(OffsetDateTime.parse("2026-11-24T11:00:00+08:00").toInstant());
        answers(parcel, "NO_ANSWER");

        assertThat(openTasks(parcel)).containsExactly("decideParcel");
        assertThat(Collections.frequency(timeline(parcel), "CUSTOMER_ASKED_NO_ANSWER")).isEqualTo(3);
        decide(parcel, "ABANDON");
        inspect(parcel, "AS_NEW");
        assertThat(parcel).isEnded();
        assertThat(outcome(parcel)).isEqualTo("ABANDONED");
        assertThat(cupsInStock()).isEqualTo(3);
    }

    @Test
    void doesWhatTheTableSaysOnceTheGoodsAreKeptNoLonger() {
        order = shop.undelivered("10.00");
        number = "T" + order;
        var parcel = report("UNREACHABLE");
        comesBack(parcel);

        laterAt("2026-12-07T10:01:00+08:00", parcel);

        assertThat(parcel).hasPassed("holdOver", "applyHold");
        assertThat(Collections.frequency(timeline(parcel), "HOLD_OVER_REFUND")).isEqualTo(1);
        refuseRefund(parcel);
        assertThat(openTasks(parcel)).containsExactly("agreeReshipment");
        laterAt("2026-12-21T10:02:00+08:00", parcel);
        assertThat(openTasks(parcel)).containsExactly("decideParcel");
        assertThat(timeline(parcel)).containsOnlyOnce("HOLD_OVER_REFUND").containsOnlyOnce("HOLD_OVER_DECIDE");
    }

    @Test
    void leavesWhatIsDearToASupervisorOnceItIsKeptNoLonger() {
        var parcel = report("UNREACHABLE");
        comesBack(parcel);
        complete(AGENTS, "agreeReshipment", parcel, Map.of("answer", "RESHIP", "courier", "SF", "note", "Wants it fast."));

        laterAt("2026-12-07T10:01:00+08:00", parcel);

        assertThat(openTasks(parcel)).containsExactly("decideParcel");
        assertThat(timeline(parcel)).containsOnlyOnce("HOLD_OVER_DECIDE");
    }
}

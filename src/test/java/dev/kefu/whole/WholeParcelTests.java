package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Parcels that did not arrive, over HTTP alone, to each of their outcomes. */
@WholeTest
class WholeParcelTests {

    private static final String START = "/api/cases/undeliverable-parcel";

    @Autowired Kefu kefu;
    @Autowired Clock clock;

    private Kefu.Order order;
    private String number;

    @BeforeEach
    void send() {
        number = "WP" + UUID.randomUUID().toString().substring(0, 8);
        var sent = OffsetDateTime.now(clock).minusDays(6).toString();
        order = kefu.sells(kefu.saleUnderWay().articles("P-" + number + "-").line(2, "50.00").with("shipments", List.of(Map.of("courier", "YTO",
                "trackingNumber", number, "shippedAt", sent, "lines", List.of(Map.of("line", 1, "quantity", 2))))));
    }

    private Answer reported(String user, String cause) {
        return kefu.as(user).post(START, Json.of(Map.of("trackingNumber", number, "cause", cause)));
    }

    private Kefu.Case report(String cause) {
        var answer = reported("agent", cause);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return kefu.caseOf(answer);
    }

    private void courierReports(String tracking, String status) {
        var told = kefu.as("integration").post("/api/parcel-events", Json.of(Map.of("eventId", UUID.randomUUID().toString(),
                "courier", "YTO", "trackingNumber", tracking, "status", status, "occurredAt", OffsetDateTime.now(clock).toString(),
                "place", "杭州")));
        assertThat(told.status()).as(told.body()).isEqualTo(202);
    }

    private void comesBack(Kefu.Case parcel) {
        var told = parcel.tell("warehouse", "parcel-came-back");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
    }

    @Test
    void isDeliveredOnceMore() {
        var parcel = report("ADDRESS_UNCLEAR");
        comesBack(parcel);

        var unchanged = parcel.complete("agent", "agreeReshipment", Map.of("answer", "RESHIP", "note", "Same address."));
        assertThat(unchanged.status()).isEqualTo(422);
        assertThat(unchanged.body()).contains("address", "PAR-4");
        var elsewhere = parcel.complete("agent", "agreeReshipment", Map.of("answer", "RESHIP", "note", "Another one.",
                "address", Map.of("province", "北京市", "city", "杭州市", "street", "文三路 99 号")));
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.body()).contains("address.city");
        parcel.done("agent", "agreeReshipment", Map.of("answer", "RESHIP", "note", "The right one.",
                "address", Map.of("province", "浙江省", "city", "杭州市", "street", "文三路 99 号")));
        assertThat(parcel.json().at("/facts/newAddress/street").asText()).isEqualTo("文三路 99 号");
        var unknown = parcel.complete("orderclerk", "reshipParcel", Map.of("courier", "NIX", "trackingNumber", "B" + number));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/violations/0/field").asText()).isEqualTo("courier");
        parcel.done("orderclerk", "reshipParcel", Map.of("courier", "圆通", "trackingNumber", "B" + number));
        courierReports("B" + number, "DELIVERED");

        assertThat(parcel.text("status")).isEqualTo("CLOSED");
        assertThat(parcel.text("outcome")).isEqualTo("DELIVERED");
        assertThat(parcel.tasks()).isEmpty();
    }

    @Test
    void isOpenedByACouriersReportAndRefunded() {
        courierReports(number, "LOST");
        var parcel = kefu.caseCalled(order.json().at("/cases/0/caseNumber").asText());
        assertThat(parcel.tasks()).containsExactlyInAnyOrder("agreeReshipment", "claimFromCourier");

        parcel.done("consultant", "agreeReshipment", Map.of("answer", "REFUND", "note", "Bought it elsewhere."));
        parcel.approved("manager").paid();

        assertThat(parcel.text("outcome")).isEqualTo("REFUNDED");
        assertThat(order.text("refunded")).isEqualTo("110.00");
        assertThat(parcel.tasks()).containsExactly("claimFromCourier");
        parcel.done("orderclerk", "claimFromCourier", Map.of("claim", "ACCEPTED", "claimAmount", "100.00"));
        assertThat(parcel.json().at("/facts/claim/status").asText()).isEqualTo("ACCEPTED");
        assertThat(parcel.json().at("/facts/claim/amount").asText()).isEqualTo("100.00");
    }

    @Test
    void isGivenUpByASupervisor() {
        var parcel = report("UNREACHABLE");
        parcel.done("agent", "chaseCourier", Map.of("found", "BACK", "note", "It lies in the depot."));
        for (var tried = 0; tried < 3; tried++) {
            parcel.done("agent", "agreeReshipment", Map.of("answer", "NO_ANSWER"));
        }

        parcel.done("supervisor", "decideParcel", Map.of("decision", "ABANDON"));

        assertThat(parcel.text("outcome")).isEqualTo("ABANDONED");
        parcel.inspected("warehouse", found(1, 2, 0));
        assertThat(kefu.as("warehouse").get("/api/stock/P-" + number + "-1").json().get("onHand").asInt()).isEqualTo(2);
    }

    @Test
    void isNoCaseWhereATeamLeaderTurnsTheReportDown() {
        var parcel = kefu.caseOf(reported("junior", "UNREACHABLE"));

        parcel.done("teamlead", "reviewReport", Map.of("approved", false, "note", "It arrives today."));

        assertThat(parcel.text("outcome")).isEqualTo("REJECTED");
    }

    @Test
    void hasOneOpenCaseHoweverManyTell() {
        var answers = Kefu.atOnce(10, each -> reported("agent", "UNREACHABLE"));

        assertThat(answers.stream().filter(each -> each.status() == 201)).hasSize(1);
        var opened = answers.stream().filter(each -> each.status() == 201).findFirst().orElseThrow().json().get("caseNumber").asText();
        assertThat(answers.stream().filter(each -> each.status() != 201)).hasSize(9)
                .allSatisfy(each -> assertThat(each.status()).isEqualTo(409))
                .allSatisfy(each -> assertThat(each.body()).contains(opened));
    }

    @Test
    void isRefusedWhereNobodyKnowsTheNumber() {
        var before = kefu.rows();
        number = "NOBODYS-" + number;

        var refused = reported("agent", "LOST");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("trackingNumber");
        assertThat(kefu.rows()).isEqualTo(before);
        assertThat(reported("warehouse", "LOST").status()).isEqualTo(403);
    }
}

package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the warehouse learns of a parcel from whatever is printed on it (RET-4). */
@WholeTest
class GoodsInTests {

    private static final String ARRIVED = "return-parcel-arrived";

    @Autowired
    Kefu kefu;

    @ParameterizedTest
    @ValueSource(strings = {"RMA-%s", "rma %s", "RMA%s", "]C1RMA-%s", " RMA-%s\t", "ＲＭＡ－%s", "https://shop.example/r/RMA-%s",
            "KF-%s", "kf%s", "YT-KF-%s", "yt kf-%s"})
    void findsTheReturnByWhatIsPrintedOnTheParcel(String printed) {
        var goods = underWay();

        var found = one("warehouse", printed.formatted(goods.number().substring(3)));

        assertThat(found.get("caseNumber").asText()).isEqualTo(goods.number());
        assertThat(found.get("rma").asText()).isEqualTo(goods.text("rma"));
        assertThat(found.get("orderNumber").asText()).isEqualTo(goods.text("orderNumber"));
        assertThat(found.get("goods").asText()).contains("1 × ");
        assertThat(found.get("expected").asBoolean()).isTrue();
        assertThat(found.has("whyNot")).isFalse();
        assertThat(found.has("task")).isFalse();
    }

    @Test
    void findsTheParcelThatTheCustomerSentThemselves() {
        var goods = approved();
        goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));
        goods.tell("agent", "return-shipped", Map.of("courier", "EMS", "trackingNumber", "EMS " + goods.number()));

        assertThat(one("returns", "ems" + goods.number()).get("caseNumber").asText()).isEqualTo(goods.number());
    }

    @Test
    void namesTheInspectionAsSoonAsTheParcelIsIn() {
        var goods = underWay();
        assertThat(goods.tell("warehouse", ARRIVED).status()).isEqualTo(200);

        var found = one("warehouse", goods.text("rma"));

        assertThat(found.get("expected").asBoolean()).isFalse();
        assertThat(found.get("whyNot").asText()).isEqualTo("HERE_ALREADY");
        assertThat(found.at("/arrival/by").asText()).isEqualTo("warehouse");
        assertThat(found.at("/arrival/at").asText()).endsWith("+08:00");
        assertThat(found.at("/task/key").asText()).isEqualTo("inspectGoods");
        assertThat(found.at("/task/id").asText()).isEqualTo(goods.task("inspectGoods").get("id").asText());
        goods.claim("returns", "inspectGoods");
        assertThat(one("warehouse", goods.text("rma")).at("/task/assignee").asText()).isEqualTo("returns");
    }

    @Test
    void saysOfEachReturnWhyItsParcelIsNotExpected() {
        var requested = kefu.opens("agent", order().returning(1, 1));
        var approved = approved();
        var rejected = kefu.opens("agent", order().returning(1, 1))
                .done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "Worn"));
        var refunded = underWay();
        refunded.tell("warehouse", ARRIVED);
        refunded.inspected("warehouse", Kefu.found(1, 1, 0)).paid();

        assertThat(why(requested)).isEqualTo("NOT_APPROVED");
        assertThat(why(approved)).isEqualTo("NOT_ARRANGED");
        assertThat(why(rejected)).isEqualTo("REJECTED");
        assertThat(why(refunded)).isEqualTo("HERE_ALREADY");
        assertThat(requested.tell("warehouse", ARRIVED).status()).isEqualTo(409);
        assertThat(approved.tell("warehouse", ARRIVED).status()).isEqualTo(409);
    }

    @Test
    void expectsTheParcelOfAReturnThatEndedWithoutItAndThenNamesItsCase() {
        var goods = underWay();
        goods.tell("agent", "return-withdrawn");
        assertThat(one("warehouse", goods.number()).get("expected").asBoolean()).as("it is still under way").isTrue();
        goods.tell("warehouse", ARRIVED);
        assertThat(one("warehouse", goods.number()).at("/task/key").asText()).isEqualTo("shipBack");

        var ended = approved();
        ended.done("returns", "arrangeReturn", Map.of("byCustomer", true)).tell("agent", "return-withdrawn");
        assertThat(one("warehouse", ended.text("rma")).get("expected").asBoolean()).isTrue();
        assertThat(ended.tell("warehouse", ARRIVED).status()).isEqualTo(200);

        var found = one("warehouse", ended.text("rma"));
        assertThat(found.get("whyNot").asText()).isEqualTo("LATER_CASE");
        assertThat(found.get("laterCase").asText()).isEqualTo(ended.json().at("/related/0").asText());
        assertThat(found.at("/arrival/by").asText()).isEqualTo("warehouse");
        assertThat(why(kefu.caseCalled(found.get("laterCase").asText()))).isEqualTo("HERE_ALREADY");
    }

    @Test
    void showsEveryReturnWhoseParcelsShareANumberAndThoseThatWaitFirst() {
        var first = approved();
        var second = approved();
        var number = "SHARED-" + first.number();
        for (var goods : new Kefu.Case[] {first, second}) {
            goods.done("returns", "arrangeReturn", Map.of("courier", "YTO", "trackingNumber", number));
        }
        second.tell("warehouse", ARRIVED);

        var found = find("warehouse", number);

        assertThat(found).hasSize(2);
        assertThat(found.at("/0/caseNumber").asText()).isEqualTo(first.number());
        assertThat(found.at("/0/expected").asBoolean()).isTrue();
        assertThat(found.at("/1/caseNumber").asText()).isEqualTo(second.number());
        assertThat(found.at("/1/expected").asBoolean()).isFalse();
    }

    @Test
    void tellsTheSecondOfTwoThatTheParcelIsIn() {
        var goods = underWay();

        var told = Kefu.atOnce(2, caller -> goods.tell(caller == 0 ? "warehouse" : "returns", ARRIVED));

        assertThat(told).extracting(each -> each.status()).contains(200).allMatch(status -> status == 200 || status == 409);
        assertThat(goods.timeline().stream().filter("PARCEL_ARRIVED"::equals)).hasSize(1);
        assertThat(why(goods)).isEqualTo("HERE_ALREADY");
    }

    @Test
    void isForThoseWhoTakeInGoodsAndNeedsACode() {
        for (var user : new String[] {"agent", "auditor", "finance", "hr", "integration"}) {
            assertThat(kefu.as(user).get("/api/goods-in?code=RMA-2026-000001").status()).as(user).isEqualTo(403);
        }
        for (var code : new String[] {"", "?code=", "?code=%20-%20", "?code=" + "1".repeat(201)}) {
            var refused = kefu.as("warehouse").get("/api/goods-in" + code);
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("code");
        }
        assertThat(find("warehouse", "RMA-2026-999999")).isEmpty();
        assertThat(find("warehouse", "NOTHING")).isEmpty();
    }

    private Kefu.Order order() {
        return kefu.sells(kefu.sale().line(1, "50.00"));
    }

    private Kefu.Case approved() {
        return kefu.opens("agent", order().returning(1, 1)).done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
    }

    private Kefu.Case underWay() {
        var goods = approved();
        return goods.done("returns", "arrangeReturn", Map.of("courier", "YTO", "trackingNumber", "YT-" + goods.number()));
    }

    private String why(Kefu.Case goods) {
        return one("warehouse", goods.number()).get("whyNot").asText();
    }

    private JsonNode one(String user, String code) {
        var found = find(user, code);
        assertThat(found).as(code).hasSize(1);
        return found.get(0);
    }

    private JsonNode find(String user, String code) {
        var answer = kefu.as(user).get("/api/goods-in?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}

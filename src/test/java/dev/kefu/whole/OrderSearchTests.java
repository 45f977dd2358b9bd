package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller.Answer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An order is found by whatever is at hand, by those who may, and by nobody who would only look through customers. */
@WholeTest
class OrderSearchTests {

    private static final String SEARCH = "/api/orders/search";
    private static final AtomicInteger CUSTOMERS = new AtomicInteger(1000);

    @Autowired
    Kefu kefu;

    private String customer;
    private String phone;
    private String name;
    private String parcel;

    @BeforeEach
    void meetANewCustomer() {
        var number = CUSTOMERS.incrementAndGet();
        customer = "C-S" + number;
        phone = "1590000" + number;
        // Names of their own: the signs of the number
        name = "欧" + Character.toString(0x5000 + number) + "阳";
        parcel = "SF-77 00" + number;
    }

    @Test
    void findsByEveryNumberOfTheOrder() {
        var order = kefu.sells(sale());

        assertThat(one(order.number()).get("foundBy").asText()).isEqualTo("ORDER_NUMBER");
        assertThat(one(order.number().toLowerCase()).get("orderNumber").asText()).isEqualTo(order.number());
        assertThat(one(" " + order.number() + " ").get("orderNumber").asText()).isEqualTo(order.number());
        for (var typed : List.of(phone, "+86 " + phone.substring(0, 3) + "-" + phone.substring(3), "0086" + phone)) {
            assertThat(one(typed).get("foundBy").asText()).as(typed).isEqualTo("PHONE");
        }
        for (var typed : List.of(parcel, parcel.toLowerCase(), "]C1" + parcel.replace(" ", ""))) {
            assertThat(one(typed).get("foundBy").asText()).as(typed).isEqualTo("TRACKING_NUMBER");
        }
    }

    @Test
    void findsByTheWholeNameAndItsBeginning() {
        var order = kefu.sells(sale());
        var beginning = name.substring(0, 2);
        name = "Ouyang Xiu" + customer.substring(3);
        customer += "L";
        var other = kefu.sells(sale());

        assertThat(one(order.json().at("/customer/name").asText()).get("foundBy").asText()).isEqualTo("NAME");
        assertThat(numbers(find("agent", beginning))).contains(order.number()).doesNotContain(other.number());
        assertThat(one("ouyangxiu" + customer.substring(3, 7)).get("orderNumber").asText()).isEqualTo(other.number());
        assertThat(numbers(find("agent", "OUYANG X"))).contains(other.number());
        assertThat(numbers(find("agent", "yang Xiu"))).as("a name is known from its beginning").isEmpty();
        assertThat(numbers(find("agent", "_" + beginning.substring(1) + "阳"))).as("signs stand for themselves").isEmpty();
    }

    @Test
    void findsByRmaCaseNumberAndTheWaysOfTheParcels() {
        var order = kefu.sells(sale());
        var goods = kefu.opens("agent", order.returning("DEFECTIVE", "REPAIR", 1, 1));
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));
        goods.tell("agent", "return-shipped", Map.of("courier", "ZTO", "trackingNumber", "zt back " + customer));
        goods.tell("warehouse", "return-parcel-arrived");
        goods.inspected("warehouse", Kefu.broken(1, 1, 0)).done("technician", "repairGoods", Map.of("repair", "REPAIRED", "note", "ok"));
        goods.done("warehouse", "shipBack", Map.of("courier", "YTO", "trackingNumber", "YT-HOME-" + customer));

        assertThat(one(goods.number()).get("foundBy").asText()).isEqualTo("CASE_NUMBER");
        assertThat(one(goods.number().replace("KF", "rma").replace("-", " ")).get("foundBy").asText()).isEqualTo("RMA");
        assertThat(one("ZT-BACK-" + customer).get("foundBy").asText()).isEqualTo("TRACKING_NUMBER");
        assertThat(one("ythome" + customer).get("foundBy").asText()).isEqualTo("TRACKING_NUMBER");
    }

    @Test
    void saysInTheListWhatTellsOrdersApart() {
        var order = kefu.sells(sale());
        kefu.opens("agent", order.returning(1, 1));

        var found = one(phone);

        assertThat(found.get("customerName").asText()).isEqualTo(name);
        assertThat(found.get("phone").asText()).isEqualTo(phone);
        assertThat(found.get("state").asText()).isEqualTo("DELIVERED");
        assertThat(found.get("openUnits").asInt()).isEqualTo(1);
        assertThat(found.get("goods").asText()).startsWith("2 × ");
        assertThat(OffsetDateTime.parse(found.get("paidAt").asText()).getOffset().toString()).isEqualTo("+08:00");
    }

    @Test
    void showsTheNewestFirstAndTheRestOnFurtherPages() {
        var now = OffsetDateTime.now();
        var told = new ArrayList<String>();
        for (int i = 0; i < 23; i++) {
            told.add(0, kefu.sells(Sale.underWay(now.minusDays(60 - i)).line(1, "1.00").with("customer", who())).number());
        }

        var first = find("agent", phone).json();
        var second = look("agent", Map.of("query", phone, "page", 1)).json();

        assertThat(first.get("more").asBoolean()).isTrue();
        assertThat(first.get("orders").findValuesAsText("orderNumber")).isEqualTo(told.subList(0, 20));
        assertThat(first.at("/orders/0/state").asText()).isEqualTo("NOT_SHIPPED");
        assertThat(second.get("more").asBoolean()).isFalse();
        assertThat(second.get("orders").findValuesAsText("orderNumber")).isEqualTo(told.subList(20, 23));
    }

    @Test
    void findsACustomerWhoWasErasedNeitherByNameNorByTelephone() {
        var order = kefu.sells(sale());
        var erased = kefu.as("supervisor").post("/api/customers/" + customer + "/erasure", "{\"reason\": \"They asked for it.\"}");
        assertThat(erased.status()).as(erased.body()).isEqualTo(204);

        assertThat(numbers(find("agent", name))).isEmpty();
        assertThat(numbers(find("agent", phone))).isEmpty();
        assertThat(one(order.number()).get("customerName").asText()).isEmpty();
    }

    @Test
    void findsWhatAFileBroughtAndWhatTheShopChanged() {
        var imported = kefu.as("integration").with("Content-Type", "text/csv").send("POST", "/api/orders/import",
                "orderNumber,customerId,customerName,phone,email,province,city,street,postcode,channel,currency,paidAt,"
                + "deliveredAt,freight,orderDiscount,line,sku,name,category,quantity,unitPrice,unitCost,lineDiscount,"
                + "weightGrams,courier,trackingNumber,shippedAt\nF-" + customer + "," + customer + "," + name + ",+86 " + phone
                + ",,,,,,WECHAT,CNY,2026-11-01T10:00:00+08:00,,10.00,,1,CUP,保温杯,KITCHEN,2,50.00,,,,SF," + parcel
                + ",2026-11-01T12:00:00+08:00\n");
        assertThat(imported.json().get("stored").asInt()).as(imported.body()).isEqualTo(1);

        assertThat(one(phone).get("orderNumber").asText()).isEqualTo("F-" + customer);
        assertThat(one(name).get("orderNumber").asText()).isEqualTo("F-" + customer);
        assertThat(one(parcel).get("state").asText()).isEqualTo("SHIPPED");

        var before = phone;
        phone = "16" + phone.substring(2);
        kefu.tells("F-" + customer, sale());
        assertThat(numbers(find("agent", before))).isEmpty();
        assertThat(one(phone).get("orderNumber").asText()).isEqualTo("F-" + customer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'query': null}", "{'query': ''}", "{'query': '  '}", "{'query': '王'}", "{'query': 'a'}",
            "{'query': '-*-'}", "{'query': 'x\\u0000y'}"})
    void refusesWhatNamesNobody(String body) {
        var refused = kefu.as("agent").post(SEARCH, body.replace('\'', '"'));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("query");
        assertThat(find("agent", "x".repeat(201)).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100001", "'x'", "[]"})
    void refusesWhatIsNoPage(String page) {
        var refused = kefu.as("agent").post(SEARCH, "{'query': 'SO-1', 'page': %s}".formatted(page).replace('\'', '"'));

        assertThat(refused.status()).as(refused.body()).isIn(400, 422);
        assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("page");
    }

    @Test
    void lookingThroughCustomersIsForThoseWhoWorkForThem() {
        var order = kefu.sells(sale());
        var goods = kefu.opens("agent", order.returning(1, 1)).done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        var rma = goods.text("rma");

        for (var user : List.of("agent", "junior", "returns", "finance", "orderclerk", "supervisor")) {
            assertThat(find(user, phone).body()).as(user).contains(order.number(), phone, name);
        }
        for (var user : List.of("auditor", "admin")) {
            for (var printed : List.of(order.number(), goods.number(), rma, parcel)) {
                assertThat(find(user, printed).body()).as(user).contains(order.number(), "欧*").doesNotContain(phone, name);
            }
            for (var secret : List.of(phone, name, name.substring(0, 2))) {
                assertThat(numbers(find(user, secret))).as("whom it finds would be known").isEmpty();
            }
        }
        for (var user : List.of("hr", "administration", "analyst")) {
            assertThat(find(user, phone).status()).as(user).isEqualTo(403);
        }
        for (var secret : List.of(phone, name, order.number(), goods.number())) {
            assertThat(numbers(find("warehouse", secret))).as("a parcel tells neither").isEmpty();
        }
        for (var printed : List.of(rma, parcel)) {
            assertThat(find("warehouse", printed).body()).contains(order.number()).doesNotContain(phone, name);
        }
    }

    @Test
    void saysOfEachLineWhatIsLeftAndWhatAUnitGetsBack() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));
        kefu.opens("agent", order.returning(1, 2));

        var line = order.line(1);

        assertThat(line.get("leftQuantity").asInt()).isEqualTo(1);
        assertThat(line.get("refundable").asText()).isEqualTo("150.00");
        assertThat(line.get("unitRefund").asText()).isEqualTo("50.00");
    }

    private Sale sale() {
        return kefu.sale().line(2, "50.00").with("customer", who()).with("shipments", List.of(Map.of("courier", "SF",
                "trackingNumber", parcel, "shippedAt", OffsetDateTime.now().minusDays(2).toString(), "lines",
                List.of(Map.of("line", 1, "quantity", 1)))));
    }

    private Map<String, Object> who() {
        return Map.of("id", customer, "name", name, "phone", phone);
    }

    private JsonNode one(String q) {
        var found = find("agent", q);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.json().get("orders")).as(q + ": " + found.body()).hasSize(1);
        return found.json().at("/orders/0");
    }

    private Answer find(String user, String q) {
        return look(user, Map.of("query", q));
    }

    private Answer look(String user, Map<String, Object> sought) {
        return kefu.as(user).post(SEARCH, Json.of(sought));
    }

    private static List<String> numbers(Answer found) {
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        return found.json().get("orders").findValuesAsText("orderNumber");
    }
}

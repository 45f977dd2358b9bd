package dev.kefu.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller;
import dev.kefu.KefuTest;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OrderControllerTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String ORDER = """
            {"customer": {"id": "C-1", "name": "王芳", "phone": "13800000001", "email": "fang@example.com",
               "address": {"province": "浙江省", "city": "杭州市", "district": "西湖区", "street": "文三路 1 号",
                 "postcode": "310012"}},
             "channel": "TMALL", "currency": "CNY", "paidAt": "2026-11-01T02:00:00Z",
             "deliveredAt": null, "freight": "10.00", "discount": 5,
             "lines": [{"line": 1, "sku": "CUP", "name": "保温杯", "category": "KITCHEN", "quantity": 3,
                 "unitPrice": 0.1, "unitCost": "0.05", "weightGrams": 300},
               {"line": 2, "sku": "KETTLE", "name": "Kettle", "category": "KITCHEN", "quantity": 1,
                 "unitPrice": "99.90", "unitCost": "50", "discount": "4.9"}],
             "shipments": [{"courier": "YTO", "trackingNumber": "YT1", "shippedAt": "2026-11-01T20:00:00+08:00",
                 "deliveredAt": "2026-11-04T10:00:00+08:00", "lines": [{"line": 1, "quantity": 3}]}]}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Orders orders;

    private String path;
    private String number;

    @BeforeEach
    void hireAndTakeANewOrderNumber() {
        for (var group : List.of(Groups.INTEGRATIONS, Groups.AGENTS, Groups.AUDITORS)) {
            accounts.ensureGroup(group, group);
            accounts.ensureUser(group, group, "", group, List.of(group));
        }
        number = "W-" + NUMBERS.incrementAndGet();
        path = "/api/orders/" + number;
    }

    @Test
    void storesAnOrderAndShowsItWithEverythingInTheShopsWords() {
        var created = shop().put(path, ORDER);
        var again = shop().put(path, ORDER);
        var read = Caller.as(port, Groups.AGENTS).get(path);

        assertThat(created.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(read.status()).isEqualTo(200);
        assertThat(created.json()).isEqualTo(read.json()).isEqualTo(again.json());
        var order = read.json();
        assertThat(order.at("/customer/address/district").asText()).isEqualTo("西湖区");
        assertThat(order.at("/currency").asText()).isEqualTo("CNY");
        assertThat(order.at("/paidAt").asText()).isEqualTo("2026-11-01T10:00:00+08:00");
        assertThat(order.at("/paid").isTextual()).isTrue();
        assertThat(order.at("/paid").asText()).isEqualTo("100.30");
        assertThat(order.at("/refundable").asText()).isEqualTo("100.30");
        assertThat(order.at("/refunded").asText()).isEqualTo("0.00");
        assertThat(order.at("/lines/0/unitPrice").asText()).isEqualTo("0.10");
        assertThat(order.at("/lines/0/deliveredAt").asText()).isEqualTo("2026-11-04T10:00:00+08:00");
        assertThat(order.at("/lines/1/deliveredQuantity").asInt()).isZero();
        assertThat(order.at("/shipments/0/lines/0/quantity").asInt()).isEqualTo(3);
        assertThat(order.at("/cases").isEmpty()).isTrue();
    }

    @Test
    void showsWhatIsUnderWayAndWhatCameBack() {
        shop().put(path, ORDER);
        var caseNumber = CaseNumber.of(2026, 1);
        orders.claimUnits(number, caseNumber, List.of(new LineQuantity(1, 2)));
        orders.promise(number, number + "/1", caseNumber, List.of(new LineQuantity(1, 1)), true);
        orders.pay(number + "/1");
        orders.settleUnits(number, caseNumber, List.of(new LineQuantity(1, 1)));

        var order = Caller.as(port, Groups.AUDITORS).get(path).json();

        assertThat(order.at("/lines/0/returnedQuantity").asInt()).isOne();
        assertThat(order.at("/lines/0/openQuantity").asInt()).isZero();
        assertThat(order.at("/refunded").asText()).isEqualTo("10.09");
        assertThat(order.at("/freightRefunded").asText()).isEqualTo("10.00");
        assertThat(shop().put(path, ORDER.replace("\"quantity\": 3,", "\"quantity\": 1,")
                .replace("\"lines\": [{\"line\": 1, \"quantity\": 3}]", "\"lines\": [{\"line\": 1, \"quantity\": 1}]"))
                .status()).isEqualTo(200);
        assertThat(shop().put(path, ORDER.replace("\"freight\": \"10.00\"", "\"freight\": \"9.00\"")).status())
                .isEqualTo(409);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var answer = shop().put(path, ORDER.replace("\"王芳\"", "\" \"").replace("\"quantity\": 1,", "\"quantity\": 0,")
                .replace("0.1", "-0.1").replace("\"quantity\": 3}", "\"quantity\": 4}")
                .replace("2026-11-04T10", "2026-10-04T10"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(fields(answer.json())).containsExactlyInAnyOrder("lines[0].unitPrice", "lines[1].quantity",
                "customer.name", "shipments[0].deliveredAt", "shipments[0].deliveredAt",
                "shipments[0].lines[0].quantity", "lines[1].discount");
        assertThat(shop().get(path).status()).isEqualTo(404);
    }

    @Test
    void namesAFieldThatItDoesNotKnowOrCannotRead() {
        assertMalformed(ORDER.replace("\"sku\": \"CUP\"", "\"sku\": \"CUP\", \"colour\": \"red\""), "lines[0].colour");
        assertMalformed(ORDER.replace("\"quantity\": 3,", "\"quantity\": 1.5,"), "lines[0].quantity");
        assertMalformed(ORDER.replace("2026-11-01T02:00:00Z", "2026-11-01"), "paidAt");
        assertMalformed(ORDER.replace("\"10.00\"", "\"ten\""), "freight");
        assertThat(shop().put(path, "{\"lines\": [null], \"shipments\": [{\"lines\": [null]}]}").status()).isEqualTo(422);
        assertThat(shop().put(path, ORDER.replace("\"10.00\"", "1e999999999")).status()).isEqualTo(422);
    }

    @Test
    void letsOnlyTheShopWriteAndOnlyStaffRead() {
        var agent = Caller.as(port, Groups.AGENTS);
        accounts.ensureUser("stranger", "Nobody", "", "stranger", List.of());

        assertThat(agent.put(path, ORDER).status()).isEqualTo(403);
        assertThat(agent.with("Content-Type", "text/csv").send("POST", "/api/orders/import", "").status()).isEqualTo(403);
        assertThat(Caller.as(port, "stranger").get(path).status()).isEqualTo(403);
        assertThat(agent.get(path).status()).isEqualTo(404);
    }

    @Test
    void importsAFileAndReportsWhatItRefused() {
        var header = "orderNumber,customerId,customerName,phone,email,province,city,street,postcode,channel,currency,paidAt,"
                + "deliveredAt,freight,orderDiscount,line,sku,name,category,quantity,unitPrice,unitCost,lineDiscount,"
                + "weightGrams,courier,trackingNumber,shippedAt\n";
        var row = number + ",C-1,王芳,,,,,,,TMALL,CNY,2026-11-01T10:00:00+08:00,,10.00,,1,CUP,保温杯,KITCHEN,2,50.00,,,,,,\n";
        var csv = shop().with("Content-Type", "text/csv");

        var answer = csv.send("POST", "/api/orders/import", header + row + row.replace(number, number + "-B")
                .replace("50.00", "-50.00"));
        var again = csv.send("POST", "/api/orders/import", header + row);
        var wrong = csv.send("POST", "/api/orders/import", header.replace("sku", "article") + row);
        var otherCharset = shop().with("Content-Type", "text/csv; charset=GBK")
                .send("POST", "/api/orders/import", header + row);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/read").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/stored").asInt()).isOne();
        assertThat(answer.json().at("/refused/0/row").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/refused/0/reason").asText()).isEqualTo("Line 1: the unit price is negative.");
        assertThat(again.json().at("/unchanged").asInt()).isOne();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(fields(wrong.json())).containsOnly("header");
        assertThat(otherCharset.status()).isEqualTo(422);
        assertThat(shop().get(path).json().at("/paid").asText()).isEqualTo("110.00");
    }

    private void assertMalformed(String json, String field) {
        var answer = shop().put(path, json);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(fields(answer.json())).containsExactly(field);
    }

    private Caller shop() {
        return Caller.as(port, Groups.INTEGRATIONS);
    }

    private static List<String> fields(JsonNode problem) {
        return StreamSupport.stream(problem.get("violations").spliterator(), false)
                .map(violation -> violation.get("field").asText()).toList();
    }

    @Test
    void showsWhoTheCustomerIsOnlyToThoseWhoWorkOnCases() {
        Caller.as(port, Groups.INTEGRATIONS).put(path, ORDER);

        var agent = Caller.as(port, Groups.AGENTS).get(path);
        var auditor = Caller.as(port, Groups.AUDITORS).get(path);

        assertThat(agent.body()).contains("王芳", "文三路");
        assertThat(auditor.status()).isEqualTo(200);
        assertThat(auditor.body()).contains("王*").doesNotContain("王芳", "文三路", "13800000001", "fang@example.com");
    }
}

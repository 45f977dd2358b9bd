package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The stock as the warehouse and its system tell it and the department reads it. */
@WholeTest
class StockCallsTests {

    private static final AtomicInteger ARTICLES = new AtomicInteger();

    @Autowired
    Kefu kefu;

    private final String path = "/api/stock/CALL-" + ARTICLES.incrementAndGet();

    @Test
    void tellsWhatLiesThereAndWhatIsAvailable() {
        var created = put("warehouse", "{\"onHand\": 5, \"replenishmentDays\": 14, \"price\": \"59.90\"}");
        var again = put("integration", "{\"onHand\": 4}");

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        var read = kefu.as("agent").get(path).json();
        assertThat(read.toString()).isEqualTo(again.json().toString()).isEqualTo("{\"sku\":\"" + path.substring(11)
                + "\",\"onHand\":4,\"reserved\":0,\"available\":4,\"waiting\":0,\"replenishmentDays\":14,\"price\":\"59.90\",\"currency\":\"CNY\"}");
    }

    @Test
    void takesBackWhatItTold() {
        put("warehouse", "{\"onHand\": 5, \"price\": \"100\", \"currency\": \"JPY\"}");

        var told = put("warehouse", kefu.as("warehouse").get(path).body());

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().get("price").asText()).isEqualTo("100");
    }

    @Test
    void countsADeliveryThatIsToldTwiceOnce() {
        put("warehouse", "{\"onHand\": 1}");
        var integration = kefu.as("integration").with("Idempotency-Key", "DN-77");

        var first = integration.post(path + "/arrivals", "{\"quantity\": 3}");
        var second = integration.post(path + "/arrivals", "{\"quantity\": 3}");
        var bySomebodyElse = kefu.as("warehouse").post(path + "/arrivals", "{\"quantity\": 3, \"key\": \"DN-77\"}");
        var another = integration.post(path + "/arrivals", "{\"quantity\": 4}");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().get("onHand").asInt()).isEqualTo(4);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(bySomebodyElse.body()).isEqualTo(first.body());
        assertThat(another.status()).isEqualTo(409);
        assertThat(kefu.as("warehouse").post(path + "/arrivals", "{\"quantity\": 3}").json().get("onHand").asInt()).isEqualTo(7);
    }

    @Test
    void knowsNothingOfWhatWasNeverThere() {
        assertThat(kefu.as("agent").get(path).status()).isEqualTo(404);
        assertThat(kefu.as("warehouse").post(path + "/arrivals", "{\"quantity\": 3}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}|422|onHand", "{\"onHand\": -1}|422|onHand", "{\"onHand\": 10000001}|422|onHand", "{\"onHand\": 1.5}|400|onHand",
            "{\"onHand\": \"many\"}|400|onHand", "{\"onHand\": 99999999999}|400|onHand", "{\"onHand\": 1, \"colour\": 2}|400|colour",
            "{\"onHand\": 1, \"replenishmentDays\": -1}|422|replenishmentDays", "{\"onHand\": 1, \"price\": \"-1\"}|422|price",
            "{\"onHand\": 1, \"price\": \"1.001\"}|422|price", "{\"onHand\": 1, \"price\": 1e999999999}|422|price",
            "{\"onHand\": 1, \"price\": 1e-999999999}|422|price", "{\"onHand\": 1, \"currency\": \"XAU\"}|422|currency",
            "{\"onHand\": 1, \"currency\": \"money\"}|422|currency"})
    void namesWhatIsWrongWithACountAndStoresNothing(String body, int status, String field) {
        var answer = put("warehouse", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo(field);
        assertThat(kefu.as("warehouse").get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|422|quantity", "{\"quantity\": 0}|422|quantity", "{\"quantity\": -3}|422|quantity",
            "{\"quantity\": 9999999}|422|quantity", "{\"quantity\": 1, \"key\": \" \"}|422|key", "{\"quantity\": []}|400|quantity"})
    void namesWhatIsWrongWithAnArrivalAndCountsNothing(String body, int status, String field) {
        put("warehouse", "{\"onHand\": 2}");

        var answer = kefu.as("warehouse").post(path + "/arrivals", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo(field);
        assertThat(kefu.as("warehouse").get(path).json().get("onHand").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"COAT/RED/M", "羊毛大衣 红色 M", "a+b&c=d?e#f", "arrivals", "50%2Foff 25%", "{sku}", "..", "0123456789012345678901234567890123456789012345678901234567890123"})
    void knowsArticlesByAnyNameThatAnOrderMayGiveThem(String sku) {
        var name = "/api/stock/" + (sku.equals("..") ? "..%2F.." : encoded(sku));

        var told = kefu.as("warehouse").put(name, "{\"onHand\": 2}");
        var arrived = kefu.as("warehouse").post(name + "/arrivals", "{\"quantity\": 1}");

        assertThat(told.status()).as(told.body()).isEqualTo(201);
        assertThat(arrived.status()).as(arrived.body()).isEqualTo(200);
        assertThat(kefu.as("agent").get(name).json().get("onHand").asInt()).isEqualTo(3);
        assertThat(arrived.json().get("sku").asText()).isEqualTo(sku.equals("..") ? "../.." : sku);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "a%0Ab", "%20", "%09", "01234567890123456789012345678901234567890123456789012345678901234"})
    void knowsNoArticleByANameThatNoOrderMayGive(String name) {
        var told = kefu.as("warehouse").put("/api/stock/" + name, "{\"onHand\": 2}");

        assertThat(told.status()).as(told.body()).isIn(400, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/stock/..%2F..%2F..%2Fengine-rest%2Ftask", "/api/stock/%2e%2e/orders/SO-1001",
            "/api/stock/..%5c..%5corders", "/api/stock/a;b", "/api%2Fstock/a", "/engine-rest%2Ftask", "/api/cases%2Fx",
            "/api/stock/../orders%2FSO-1001", "/camunda%2Fapi/admin/setup/default/user/create"})
    void leadsNowhereElse(String address) {
        assertThat(raw(address).status()).isIn(400, 404);
    }

    @Test
    void isToldByThoseWhoKeepItAndReadByTheStaff() {
        for (var keeper : new String[] {"warehouse", "integration", "supervisor", "admin"}) {
            assertThat(put(keeper, "{\"onHand\": 5}").status()).as(keeper).isIn(200, 201);
            assertThat(kefu.as(keeper).post(path + "/arrivals", "{\"quantity\": 1}").status()).as(keeper).isEqualTo(200);
        }
        for (var reader : new String[] {"agent", "junior", "manager", "returns", "orderclerk", "finance", "hr", "auditor"}) {
            assertThat(put(reader, "{\"onHand\": 9}").status()).as(reader).isEqualTo(403);
            assertThat(kefu.as(reader).post(path + "/arrivals", "{\"quantity\": 1}").status()).as(reader).isEqualTo(403);
            assertThat(kefu.as(reader).get(path).json().get("onHand").asInt()).as(reader).isEqualTo(6);
        }
        assertThat(kefu.anonymous().get(path).status()).isEqualTo(401);
    }

    private Answer put(String user, String body) {
        return kefu.as(user).put(path, body);
    }

    private Answer raw(String address) {
        return Caller.as(kefu.port(), "agent").get(address);
    }

    private static String encoded(String sku) {
        return URLEncoder.encode(sku, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

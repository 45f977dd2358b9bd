package dev.kefu.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import dev.kefu.whole.Kefu;
import dev.kefu.whole.Sale;
import dev.kefu.whole.WholeTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** In which language a customer is written to: as the shop tells it, unless they ask for another. */
@WholeTest
class LanguageTests {

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final String REASON = "{\"reason\": \"The customer asked for it\"}";

    private final String customer = "C-LANG" + CUSTOMERS.incrementAndGet();
    private final String path = "/api/customers/" + customer + "/language";

    @Autowired
    Kefu kefu;

    @Test
    void isUnknownUntilSomebodyTellsIt() {
        var order = kefu.sells(sale(null));
        assertThat(language()).isEqualTo("null");

        var told = tell(order, sale("en"));
        tell(order, sale(null).with("channel", "JD"));

        assertThat(told.status()).isEqualTo(200);
        assertThat(language()).isEqualTo("en");
    }

    @Test
    void followsTheNewestOrder() {
        kefu.sells(sale("en"));

        kefu.sells(sale("zh").with("paidAt", "2020-01-01T00:00:00Z"));
        assertThat(language()).isEqualTo("en");
        kefu.sells(sale("zh").with("paidAt", "2026-11-20T00:00:00Z").with("deliveredAt", "2026-11-21T00:00:00Z"));

        assertThat(language()).isEqualTo("zh");
    }

    @Test
    void isWhatTheCustomerAskedForWhateverTheShopTells() {
        var order = kefu.sells(sale("zh"));

        var asked = kefu.as("agent").put(path, "{\"language\": \"en\"}");
        tell(order, sale("zh").with("channel", "JD"));

        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.json().get("asked").asBoolean()).isTrue();
        assertThat(language()).isEqualTo("en");
        kefu.as("agent").put(path, "{\"language\": null}");
        assertThat(language()).isEqualTo("zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "EN", "zh-CN", "deutsch"})
    void isOneOfOurs(String other) {
        var order = kefu.sells(sale("zh"));

        var told = tell(order, sale(other));
        var asked = kefu.as("agent").put(path, "{\"language\": \"" + other + "\"}");

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.json().at("/violations/0/field").asText()).isEqualTo("customer.language");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.json().at("/violations/0/field").asText()).isEqualTo("language");
        assertThat(language()).isEqualTo("zh");
    }

    @Test
    void goesWithTheCustomer() {
        kefu.sells(sale("en"));
        kefu.as("agent").put(path, "{\"language\": \"en\"}");

        kefu.as("supervisor").post("/api/customers/" + customer + "/erasure", REASON);

        assertThat(language()).isEqualTo("null");
        assertThat(kefu.as("agent").put(path, "{\"language\": \"en\"}").status()).isEqualTo(409);
    }

    @Test
    void isForThoseWhoServeCustomers() {
        kefu.sells(sale("zh"));

        assertThat(kefu.as("junior").put(path, "{\"language\": \"en\"}").status()).isEqualTo(200);
        assertThat(kefu.as("hr").put(path, "{\"language\": \"en\"}").status()).isEqualTo(403);
        assertThat(kefu.as("auditor").put(path, "{\"language\": \"en\"}").status()).isEqualTo(403);
        assertThat(kefu.as("warehouse").get(path).status()).isEqualTo(403);
        assertThat(kefu.as("agent").get("/api/customers/nobody/language").status()).isEqualTo(404);
        assertThat(kefu.as("agent").put("/api/customers/nobody/language", "{}").status()).isEqualTo(404);
        assertThat(kefu.as("agent").get("/api/customers/a%00b/language").status()).isIn(400, 404);
    }

    private Answer tell(Kefu.Order order, Sale sale) {
        return kefu.as("integration").put("/api/orders/" + order.number(), sale.json());
    }

    private String language() {
        return kefu.as("agent").get(path).json().get("language").asText();
    }

    private Sale sale(String language) {
        var who = new LinkedHashMap<String, Object>(Map.of("id", customer, "name", "Lang", "email", "lang@letters.example"));
        if (language != null) {
            who.put("language", language);
        }
        return kefu.sale().line(2, "50.00").with("customer", who).with("paidAt", "2026-01-01T00:00:00Z")
                .with("deliveredAt", "2026-11-01T00:00:00Z");
    }
}

package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.whole.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;

/** What happens around a test of screens: the shop sells, couriers report, and people sit down before their tasks. */
final class ShopFloor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final Clock clock;

    ShopFloor(int port, Clock clock) {
        this.port = port;
        this.clock = clock;
    }

    Caller as(String person) {
        return Caller.as(port, person);
    }

    /** An order of two, paid and, if it has a tracking number, sent. */
    String sells(String number, String sku, String... trackingNumber) {
        var shipments = List.of(trackingNumber).stream().map(each -> Map.of("courier", "YTO", "trackingNumber", each,
                "shippedAt", ago(24), "lines", List.of(Map.of("line", 1, "quantity", 2)))).toList();
        var told = as("integration").put("/api/orders/" + number, Json.of(Map.of(
                "customer", Map.of("id", "C-" + number, "name", "王芳", "phone", "13800000001", "email", "wang@example.com",
                        "address", Map.of("province", "浙江省", "city", "杭州市", "district", "西湖区", "street", "文三路 1 号")),
                "channel", "TMALL", "currency", "CNY", "paidAt", ago(48), "freight", "0.00",
                "lines", List.of(Map.of("line", 1, "sku", sku, "name", "台灯", "category", "HOME", "quantity", 2, "unitPrice", "60.00",
                        "weightGrams", 900)),
                "shipments", shipments)));
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        return number;
    }

    String ago(int hours) {
        return OffsetDateTime.now(clock).minusHours(hours).toString();
    }

    void stock(String sku, int onHand, int days) {
        var told = as("integration").put("/api/stock/" + sku, Json.of(Map.of("onHand", onHand, "replenishmentDays", days)));
        assertThat(told.status()).as(told.body()).isEqualTo(201);
    }

    void arrives(String sku, int quantity) {
        var told = as("integration").post("/api/stock/" + sku + "/arrivals", Json.of(Map.of("quantity", quantity)));
        assertThat(told.status()).as(told.body()).isEqualTo(200);
    }

    /** The courier reports something of a parcel. */
    void reports(String courier, String trackingNumber, String status, int hoursAgo) {
        var taken = as("integration").post("/api/parcel-events", Json.of(Map.of("eventId", trackingNumber + status, "courier", courier,
                "trackingNumber", trackingNumber, "status", status, "occurredAt", ago(hoursAgo), "place", "杭州")));
        assertThat(taken.status()).as(taken.body()).isEqualTo(202);
    }

    String caseOf(String order) {
        return as("supervisor").get("/api/orders/" + order).json().at("/cases/0/caseNumber").asText();
    }

    /** Logs in and opens the case's task of this name, once it is there. */
    Tasklist sitsDown(Browser browser, String person, String caseNumber, String task) {
        var tasklist = Tasklist.as(browser, person);
        browser.ask("location.hash = '#/?task=" + taskOf(caseNumber, task) + "'");
        browser.waitFor(By.cssSelector(".fjs-form"));
        browser.pause();
        return tasklist;
    }

    void completes(String person, String caseNumber, String key, Map<String, ?> variables) {
        var task = "/engine-rest/task/" + taskOf(caseNumber, key);
        as(person).post(task + "/claim", Json.of(Map.of("userId", person)));
        var done = as(person).post(task + "/complete", Json.variables(variables));
        assertThat(done.status()).as(done.body()).isEqualTo(204);
    }

    /** What a task waits for may be a job. */
    private String taskOf(String caseNumber, String key) {
        return await("task " + key + " of " + caseNumber).atMost(PATIENCE)
                .until(() -> find(file(caseNumber), key), Optional::isPresent).orElseThrow();
    }

    private JsonNode file(String caseNumber) {
        return as("supervisor").get("/api/cases/" + caseNumber).json();
    }

    private static Optional<String> find(JsonNode file, String key) {
        return StreamSupport.stream(file.get("tasks").spliterator(), false).filter(task -> task.get("key").asText().equals(key))
                .map(task -> task.get("id").asText()).findFirst();
    }

    static void tab(Browser browser, String name) {
        browser.click(By.xpath("//ul[contains(@class, 'nav-tabs')]//a[normalize-space(.) = '" + name + "']"));
    }

    static void press(Browser browser, String button) {
        browser.click(By.xpath("//button[contains(@class, 'kefu-button')][normalize-space(.) = '" + button + "']"));
    }
}

package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.whole.Sale;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The bell in Tasklist and on our pages, and what each person switches. */
@BrowserTest
class NoticesScreenTests {

    private static final By BELL = By.cssSelector(".kefu-bell-button");
    private static final By FIRST = By.cssSelector(".kefu-notice-task");
    private static final AtomicInteger ORDERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Test
    void ringsWhenSomebodyStartsAReturnAndLeadsToItsTask(Browser browser) {
        readAll("returns");
        Tasklist.as(browser, "returns");
        browser.waitFor(BELL);

        var goods = startReturn();

        browser.waitFor(withCount("1"));
        var number = goods.get("caseNumber").asText();
        browser.press(BELL, Keys.ENTER);
        browser.waitFor(By.partialLinkText(number));
        browser.picture("notices");
        browser.press(BELL, Keys.ARROW_DOWN);
        assertThat(browser.focused()).contains("Review return");
        browser.press(FIRST, Keys.ENTER);
        browser.waitFor(By.xpath("//h2[contains(., 'Review return')]"));
        browser.waitFor(number);
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void tellsEveryPageOfTheBrowserByOneLine(Browser browser) {
        readAll("returns");
        Tasklist.as(browser, "returns");
        browser.waitFor(BELL);
        browser.go("/app/notices");
        browser.waitFor("How you want to be told");

        startReturn();

        browser.waitFor(withCount("1"));
        browser.click(BELL);
        browser.click(By.xpath("//button[. = 'All read']"));
        browser.waitUntilGone(withCount("1"));
        browser.press(BELL, Keys.ESCAPE);
        browser.waitUntilGone(By.cssSelector(".kefu-bell-list"));
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void saysNothingOfWhatSomebodySwitchedOff(Browser browser) {
        readAll("returns");
        Tasklist.as(browser, "returns");
        browser.waitFor(BELL);
        browser.go("/app/notices");
        browser.waitFor("Kefu has no mail server");
        browser.click(By.id("TASK_FOR_GROUP-page"));
        browser.waitFor("Saved.");
        browser.picture("notice-settings");
        var forGroup = startReturn().get("caseNumber").asText();
        var forMe = startReturn().get("caseNumber").asText();

        give(forMe, "returns");

        browser.waitFor(withCount("1"));
        browser.click(BELL);
        browser.waitFor(By.partialLinkText(forMe));
        assertThat(browser.text(By.cssSelector(".kefu-bell-list"))).doesNotContain(forGroup);
        browser.press(BELL, Keys.ESCAPE);
        browser.click(By.id("TASK_FOR_GROUP-page"));
        browser.waitFor(withCount("2"));
        browser.click(BELL);
        browser.waitFor(By.partialLinkText(forGroup));
    }

    /** A leader gives the review to somebody. */
    private void give(String caseNumber, String person) {
        var supervisor = Caller.as(port, "supervisor");
        var task = supervisor.get("/api/cases/" + caseNumber).json().at("/tasks/0/id").asText();
        var given = supervisor.post("/engine-rest/task/" + task + "/assignee", "{\"userId\": \"" + person + "\"}");
        assertThat(given.status()).as(given.body()).isEqualTo(204);
    }

    /** What happened before is read, before anybody sits down at the browser. */
    private void readAll(String person) {
        var caller = Caller.as(port, person);
        var read = caller.post("/api/notices/read", "{\"until\": " + caller.get("/api/notices").json().get("latest") + "}");
        assertThat(read.json().get("unread").asInt()).as(read.body()).isZero();
    }

    private static By withCount(String count) {
        return By.xpath("//*[contains(@class, 'kefu-bell-count')][not(contains(@class, 'is-empty'))][. = '" + count + "']");
    }

    private JsonNode startReturn() {
        var order = "N-" + ORDERS.incrementAndGet();
        var told = Caller.as(port, "integration").put("/api/orders/" + order,
                Sale.delivered(OffsetDateTime.now()).line(2, "59.00").json());
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        var started = Caller.as(port, "agent").post("/api/cases/product-return", """
                {"orderNumber": "%s", "reason": "CHANGED_MIND", "resolution": "REFUND", "lines": [{"line": 1, "quantity": 1}]}
                """.formatted(order));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return started.json();
    }
}

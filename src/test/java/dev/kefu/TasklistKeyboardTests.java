package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.whole.Json;
import dev.kefu.whole.Sale;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A list worked off without the mouse: the next task, the one before, and a note beside the task. */
@BrowserTest
class TasklistKeyboardTests {

    private static final By FORM = By.cssSelector(".fjs-form");
    private static final By NOTE = By.cssSelector("textarea[name=note]");
    private static final By TASKS = By.cssSelector("ol.tasks-list li.task");
    private static final Pattern TASK = Pattern.compile("[?&]task=([^&]+)");

    @LocalServerPort
    private int port;

    @Autowired
    private Clock clock;

    @Test
    void goesToTheNextTaskAndBackAndFromAFinishedOneToTheNext(Browser browser) {
        var ours = opens("KEYBOARD-1");
        var specialist = Tasklist.as(browser, "returns");
        specialist.filter("My groups' tasks");
        browser.waitFor(TASKS);
        assertThat(browser.count(TASKS)).isGreaterThan(1);

        browser.chord(Keys.CONTROL, Keys.ALT, "n");
        browser.waitForAddress("task=");
        var first = task(browser);
        browser.chord(Keys.CONTROL, Keys.ALT, "n");
        browser.waitUntilAddressLacks(first);
        var second = task(browser);
        browser.chord(Keys.CONTROL, Keys.ALT, "b");
        browser.waitForAddress(first);
        browser.waitFor(FORM);

        specialist.open("Review return", ours);
        browser.waitFor(By.cssSelector(".fjs-form input[type=radio]"));
        var reviewed = task(browser);
        browser.chord(Keys.CONTROL, Keys.ALT, "c");
        browser.waitForFocus("input");
        browser.chord(Keys.SPACE);
        browser.chord(Keys.CONTROL, Keys.ENTER);

        browser.waitUntilAddressLacks(reviewed);
        browser.waitForFocus("Claim");
        browser.waitFor(FORM);
        assertThat(task(browser)).isNotEqualTo(reviewed);
        assertThat(second).isNotEqualTo(first);
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    /** Ctrl+Enter completes the task from its form, and stores what is being written in the case beside it. */
    @Test
    void addsANoteBesideTheTaskAndLeavesTheTaskAsItIs(Browser browser) {
        var review = taskOf(opens("KEYBOARD-2"));
        Tasklist.as(browser, "returns");
        browser.go("/camunda/app/tasklist/default/#/?task=" + review);
        browser.waitFor(FORM);
        browser.chord(Keys.CONTROL, Keys.ALT, "c");
        browser.waitForFocus("input");
        browser.chord(Keys.SPACE);
        browser.click(By.xpath("//*[contains(@class, 'nav-tabs')]//a[normalize-space(.) = 'Case']"));
        browser.type(NOTE, "By keyboard alone");

        browser.chord(Keys.CONTROL, Keys.ENTER);

        browser.waitFor("The note is on the timeline.");
        assertThat(browser.value(NOTE)).isEmpty();
        assertThat(Caller.as(port, "returns").get("/engine-rest/task/" + review).status()).isEqualTo(200);
    }

    /** A return to be reviewed. */
    private String opens(String order) {
        var told = Caller.as(port, "integration").put("/api/orders/" + order,
                Sale.delivered(OffsetDateTime.now(clock)).line(2, "900.00").json());
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        var started = Caller.as(port, "agent").post("/api/cases/product-return", Json.of(Map.of("orderNumber", order,
                "reason", "DEFECTIVE", "resolution", "REFUND", "lines", List.of(Map.of("line", 1, "quantity", 1)))));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return started.json().get("caseNumber").asText();
    }

    private String taskOf(String caseNumber) {
        return Caller.as(port, "supervisor").get("/api/cases/" + caseNumber).json().at("/tasks/0/id").asText();
    }

    private static String task(Browser browser) {
        var named = TASK.matcher(browser.path());
        return named.find() ? named.group(1) : "";
    }
}

package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
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

    @Test
    void goesToTheNextTaskAndBackAndFromAFinishedOneToTheNext(Browser browser) {
        var specialist = Tasklist.as(browser, "returns");
        specialist.filter("My groups' tasks");
        browser.waitFor(TASKS);
        assertThat(browser.count(TASKS)).isGreaterThan(2);

        browser.chord(Keys.CONTROL, Keys.ALT, "n");
        browser.waitForAddress("task=");
        var first = task(browser);
        browser.chord(Keys.CONTROL, Keys.ALT, "n");
        browser.waitUntilAddressLacks(first);
        var second = task(browser);
        browser.chord(Keys.CONTROL, Keys.ALT, "b");
        browser.waitForAddress(first);
        browser.waitFor(FORM);

        specialist.open("Review return", "Review return");
        browser.waitFor(By.cssSelector(".fjs-form input[type=radio]"));
        var reviewed = task(browser);
        browser.chord(Keys.CONTROL, Keys.ALT, "c");
        browser.waitForFocus("input");
        browser.chord(Keys.SPACE);
        browser.chord(Keys.CONTROL, Keys.ENTER);

        browser.waitUntilAddressLacks(reviewed);
        browser.waitForFocus("Claim");
        assertThat(task(browser)).isNotEqualTo(reviewed);
        assertThat(second).isNotEqualTo(first);
        assertThat(browser.count(FORM)).isEqualTo(1);
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    /** Ctrl+Enter completes the task from its form, and stores what is being written in the case beside it. */
    @Test
    void addsANoteBesideTheTaskAndLeavesTheTaskAsItIs(Browser browser) {
        var review = review();
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
        Caller.as(port, "returns").post("/engine-rest/task/" + review + "/unclaim", "{}");
    }

    private String review() {
        return Caller.as(port, "returns").get("/engine-rest/task?maxResults=1&unassigned=true&taskDefinitionKey=reviewReturn")
                .json().get(0).get("id").asText();
    }

    private static String task(Browser browser) {
        var named = TASK.matcher(browser.path());
        return named.find() ? named.group(1) : "";
    }
}

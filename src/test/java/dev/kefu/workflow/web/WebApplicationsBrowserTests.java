package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.BrowserTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class WebApplicationsBrowserTests extends BrowserTest {

    @Test
    void showsAnAgentTheTasklistWithoutAComplaint() {
        var browser = browser();

        login(browser, "tasklist", "agent");

        await(browser, By.xpath("//*[contains(text(), \"My groups' tasks\")]"));
        assertThat(browser.findElement(By.tagName("body")).getText()).contains("My tasks", "Overdue");
        assertThat(browser.findElement(By.tagName("body")).getText()).doesNotContain("The team's tasks");
        assertThat(complaints(browser)).isEmpty();
    }

    @Test
    void showsASupervisorCockpitWithoutAComplaint() {
        var browser = browser();

        login(browser, "cockpit", "supervisor");

        await(browser, By.xpath("//*[contains(text(), 'Deployed')]"));
        assertThat(complaints(browser)).isEmpty();
    }

    @Test
    void showsWhoIsLoggedInToTheTasklistHowToCallTheApi() {
        var browser = browser();
        login(browser, "tasklist", "agent");

        browser.get(url("/api/docs/ui"));

        await(browser, By.cssSelector(".swagger-ui .info .title"));
        assertThat(complaints(browser)).isEmpty();
    }

    @Test
    void loadsTwoPagesAtOnceWithoutLeavingOneBlank() {
        var first = browser();
        var second = browser();
        login(first, "tasklist", "agent");
        login(second, "cockpit", "supervisor");

        for (var round : IntStream.rangeClosed(1, 5).toArray()) {
            var other = CompletableFuture.runAsync(() -> second.get(url("/camunda/app/cockpit/default/?round=" + round)));
            first.get(url("/camunda/app/tasklist/default/?round=" + round));
            other.join();

            await(first, By.cssSelector(".account"));
            await(second, By.cssSelector(".account"));
        }

        assertThat(complaints(first)).noneMatch(each -> each.contains("Content Security Policy"));
        assertThat(complaints(second)).noneMatch(each -> each.contains("Content Security Policy"));
    }
}

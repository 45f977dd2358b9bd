package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which people look for cases, and leaders see and move the team's work. */
@BrowserTest
class WorkPagesTests {

    private static final By ORDER = By.name("orderNumber");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Test
    void findsCasesByWhatIsTypedAndKeepsTheSearch(Browser browser) {
        var goods = opened("agent", "SEARCHED-1");
        Tasklist.as(browser, "consultant");
        browser.go("/app/search");
        browser.waitFor(By.xpath("//select[@name = 'kind']/option[. = 'Product return']"));

        browser.press("/");
        browser.press("Product", Keys.TAB, Keys.TAB, "SEARCHED-1", Keys.ENTER);
        browser.waitFor(goods);
        browser.waitUntilGone(By.xpath("//td[contains(., 'SO-10')]"));
        browser.reload();
        browser.waitFor(goods);
        assertThat(browser.value(ORDER)).isEqualTo("SEARCHED-1");
        assertThat(browser.text(By.cssSelector("main table"))).contains("Product return", "Open", "李娜", "SEARCHED-1");
        browser.picture("search");

        browser.type(By.name("keep"), "买家来电");
        browser.click(By.xpath("//button[. = 'Keep']"));
        browser.waitFor("The search is kept as");
        browser.click(By.xpath("//select[@name = 'status']/option[. = 'Closed']"));
        browser.click(By.xpath("//button[. = 'Search']"));
        browser.waitFor("No case meets this: Kind: Product return; Status: Closed; Order number: SEARCHED-1.");
        browser.click(By.linkText("买家来电"));
        browser.waitFor(goods);
        browser.click(By.xpath("//button[@aria-label = 'Remove the search 买家来电']"));
        browser.waitFor("You keep no searches yet.");

        browser.type(By.name("olderThan"), "999999");
        browser.click(By.xpath("//button[. = 'Search']"));
        browser.waitFor(By.xpath("//div[contains(@class, 'kefu-field')][label = 'Older than (days)']"
                + "/span[@role = 'alert'][contains(., '36500')]"));
        browser.type(By.name("olderThan"), "0");
        browser.click(By.xpath("//button[. = 'Search']"));
        browser.click(By.linkText(goods));
        browser.waitFor(By.xpath("//h1[contains(., '" + goods + "')]"));
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void movesAllWorkOfOneWhoIsAwayAndHandsOverACase(Browser browser) {
        accounts.ensureUser("away", "Ai", "Wei", "away", List.of(Groups.RETURNS_SPECIALISTS));
        accounts.ensureUser("substitute", "Su", "Bo", "substitute", List.of(Groups.RETURNS_SPECIALISTS));
        var task = opened("agent", "MOVED-1");
        var own = opened("away", "MOVED-2");
        claim("away", task);
        claim("away", own);
        Tasklist.as(browser, "teamlead");
        browser.go("/app/leaders");

        browser.click(By.linkText("Ai Wei"));
        browser.waitFor("Move all work of Ai Wei");
        assertThat(browser.text()).contains(task, own, "Tasks (2)", "Cases (1)");
        browser.picture("leaders");
        browser.click(By.xpath("//button[. = 'Preview']"));
        browser.waitFor("Say who takes the work over, or give it back to the groups.");
        browser.click(By.xpath("//select[@name = 'to']//option[contains(., 'Su Bo')]"));
        browser.type(By.name("moveNote"), "On holiday");
        browser.click(By.xpath("//button[. = 'Preview']"));
        browser.waitFor("Will move: tasks 2, cases 1.");
        browser.picture("leaders-preview");
        browser.click(By.xpath("//button[. = 'Move now']"));
        browser.waitFor("Moved: tasks 2, cases 1.");
        browser.waitFor("Ai Wei has nothing in hand.");

        browser.click(By.linkText("Su Bo"));
        browser.click(By.xpath("//button[@aria-label = 'Hand over case " + own + "']"));
        browser.click(By.xpath("//select[@name = 'owner']//option[contains(., '陈静')]"));
        browser.click(By.xpath("//form//button[. = 'Hand over']"));
        browser.waitFor("Case " + own + " is handed over to 陈静.");
        assertThat(Caller.as(port, "teamlead").get("/api/cases/" + own).json().get("owner").asText()).isEqualTo("consultant");
        browser.click(By.linkText("Returns specialists"));
        browser.waitFor(By.xpath("//h2[. = 'Returns specialists']"));
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void tellsOthersForWhomTheTeamsWorkIs(Browser browser) {
        Tasklist.as(browser, "agent");

        browser.go("/app/leaders");

        browser.waitFor("This page is for leaders");
        assertThat(browser.count(By.linkText("Team"))).isZero();
    }

    /** A return of an order that no other test has, in review; its number. */
    private String opened(String person, String order) {
        var delivered = OffsetDateTime.now().minusDays(2);
        var told = Caller.as(port, "integration").put("/api/orders/" + order, """
                {"customer": {"id": "C-%1$s", "name": "王芳", "phone": "13800000001"}, "channel": "TMALL", "currency": "CNY",
                 "paidAt": "%2$s", "deliveredAt": "%2$s", "freight": "0.00",
                 "lines": [{"line": 1, "sku": "CUP", "name": "保温杯", "category": "KITCHEN", "quantity": 1, "unitPrice": "50.00"}]}
                """.formatted(order, delivered));
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        var started = Caller.as(port, person).post("/api/cases/product-return", """
                {"orderNumber": "%s", "lines": [{"line": 1, "quantity": 1}], "reason": "CHANGED_MIND", "resolution": "REFUND"}
                """.formatted(order));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return started.json().get("caseNumber").asText();
    }

    private void claim(String person, String caseNumber) {
        var task = Caller.as(port, "supervisor").get("/api/cases/" + caseNumber).json().at("/tasks/0/id").asText();
        assertThat(Caller.as(port, person).post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"" + person + "\"}").status())
                .isEqualTo(204);
    }
}

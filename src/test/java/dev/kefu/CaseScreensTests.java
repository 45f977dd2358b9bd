package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.whole.Json;
import dev.kefu.whole.Sale;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The case as people see it: beside its task, on a page of its own, and on the cards of the task list. */
@BrowserTest
class CaseScreensTests {

    /** What Tasklist's list refreshes by. */
    private static final String REFRESH = "/engine/default/filter/";
    private static final String CARDS = "/api/cases/cards";
    private static final By NOTE = By.cssSelector("textarea[name=note]");
    private static final int MANY = 5_000;
    private static final AtomicInteger ORDERS = new AtomicInteger();

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    @Test
    void showsTheCaseBesideTheFormAndTakesWhatPeopleAddToIt(Browser browser) throws IOException {
        var order = sells();
        var goods = opens(order);
        var specialist = openTask(browser, "returns", taskOf(goods));
        specialist.claim();
        tab(browser, "Case");

        browser.waitFor(goods);
        browser.waitFor("王芳");
        assertThat(browser.text()).contains("13800000001", "Defective", "Allowed", "Table return-policy, version 1", "1810.00 CNY",
                "Can still be refunded", "Review return", "Return requested", "Both leak");
        browser.picture("case-tab");

        browser.type(NOTE, "The customer called again.");
        browser.ask("document.querySelector('textarea[name=note]').dataset.mark = 'same'");
        browser.waitForCall(REFRESH);
        browser.waitForCall(REFRESH);
        assertThat(browser.ask("return document.querySelector('textarea[name=note]').dataset.mark")).isEqualTo("same");
        assertThat(browser.value(NOTE)).isEqualTo("The customer called again.");

        press(browser, "Add note");
        browser.waitFor("The note is on the timeline.");
        assertThat(browser.value(NOTE)).isEmpty();
        assertThat(browser.count(By.xpath("//*[contains(@class, 'kefu-timeline')]//*[. = 'The customer called again.']"))).isEqualTo(1);

        browser.attach(By.cssSelector("input[name=file]"), photo());
        browser.type(By.cssSelector("input[name=description]"), "The lid");
        press(browser, "Add file");
        browser.waitFor("The file was added.");
        browser.waitFor(By.cssSelector(".kefu-photo img"));
        browser.click(By.cssSelector(".kefu-photo"));
        browser.waitFor(By.cssSelector("dialog[open] img"));
        assertThat((Long) browser.ask("return document.querySelector('dialog[open] img').naturalWidth")).isEqualTo(40L);
        press(browser, "Close");
        browser.waitUntilGone(By.cssSelector("dialog[open]"));

        press(browser, "Customer withdraws");
        press(browser, "Report it");
        browser.waitFor("Reported: Customer withdraws.");
        browser.waitFor("Withdrawn");
        assertThat(as("agent").get("/api/cases/" + goods).json().get("outcome").asText()).isEqualTo("WITHDRAWN");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenThePersonLooksAtTheFormAndComesBack(Browser browser) {
        var goods = opens(sells());
        openTask(browser, "returns", taskOf(goods));
        tab(browser, "Case");
        browser.waitFor(goods);
        browser.type(NOTE, "Half a sen");

        tab(browser, "Form");
        browser.waitFor(By.cssSelector(".fjs-form"));
        tab(browser, "Case");

        browser.waitFor(goods);
        assertThat(browser.value(NOTE)).isEqualTo("Half a sen");
    }

    @Test
    void showsTheOtherCaseWhenAnotherTaskIsChosen(Browser browser) {
        var one = opens(sells());
        var other = opens(sells());
        openTask(browser, "returns", taskOf(one));
        tab(browser, "Case");
        browser.waitFor(By.xpath("//h2[contains(., '" + one + "')]"));

        browser.ask("location.hash = '#/?task=" + taskOf(other) + "&detailsTab=kefu-case'");

        browser.waitFor(By.xpath("//h2[contains(., '" + other + "')]"));
        assertThat(browser.count(By.xpath("//h2[contains(., '" + one + "')]"))).isZero();
    }

    @Test
    void bringsPeopleToThePageThatTheyWantedAndTakesWhatHappensThere(Browser browser) {
        var goods = opens(sells());
        completes("returns", goods, "reviewReturn", Map.of("decision", "APPROVE"));
        completes("returns", goods, "arrangeReturn", Map.of("byCustomer", true));
        browser.forget();
        browser.go("/app/cases/" + goods);

        browser.waitForAddress("/app/login");
        logIn(browser, "agent", "wrong");
        browser.waitFor("The user name or the password is wrong.");
        logIn(browser, "agent", "agent");

        browser.waitForAddress("/app/cases/" + goods);
        browser.waitFor(By.xpath("//h1[contains(., '" + goods + "')]"));
        assertThat(browser.text()).contains("The customer sends the goods.", "Customer is reminded", "On its way back");
        browser.picture("case-page");
        press(browser, "Customer has shipped it");
        press(browser, "Report it");
        browser.waitFor("courier is needed.");
        browser.waitFor("trackingNumber is needed.");
        browser.type(labelled("Courier"), "SF");
        browser.type(labelled("Tracking number"), "SF7001");
        press(browser, "Report it");
        browser.waitFor("Reported: Customer has shipped it.");
        browser.waitFor("SF SF7001");
        assertThat(browser.errorsExcept("/login - Failed", "/login/tasklist - Failed", "status of 422")).isEmpty();
    }

    @Test
    void saysThatACaseHasMovedMeanwhileAndShowsItAsItIs(Browser browser) {
        var goods = opens(sells());
        browser.forget();
        browser.go("/app/cases/" + goods);
        browser.waitForAddress("/app/login");
        logIn(browser, "agent", "agent");
        press(browser, "Customer withdraws");
        as("consultant").post("/api/cases/" + goods + "/messages/return-withdrawn", "{}");

        press(browser, "Report it");

        browser.waitFor("The case has moved on meanwhile");
        browser.waitFor("Withdrawn");
    }

    @Test
    void showsWhoeverLogsInNextNothingOfTheLastOne(Browser browser) {
        var goods = opens(sells());
        var specialist = openTask(browser, "returns", taskOf(goods));
        specialist.claim();
        tab(browser, "Case");
        browser.waitFor(By.xpath("//*[contains(@class, 'kefu-navigation')]//a[. = 'Goods in']"));
        browser.type(NOTE, "Between you and me");

        browser.ask("document.querySelector('li.logout a').click()");
        browser.waitFor(By.cssSelector("input[type=password]"));
        Tasklist.logIn(browser, "agent", "agent");

        browser.waitFor(By.xpath("//*[contains(@class, 'kefu-navigation')]//a[. = 'Orders']"));
        assertThat(browser.count(By.xpath("//*[contains(@class, 'kefu-navigation')]//a[. = 'Goods in']"))).isZero();
        assertThat(browser.count(By.cssSelector(".kefu-bell"))).isEqualTo(1);
    }

    @Test
    void tellsOnEachCardWhatItIsAboutAndHowLateItIs(Browser browser) {
        var order = sells();
        var goods = opens(order);
        jdbc.sql("update ACT_RU_TASK set DUE_DATE_ = ? where ID_ = ?")
                .params(Timestamp.from(clock.instant().minusSeconds(3 * 86_400 + 60)), taskOf(goods)).update();

        Tasklist.as(browser, "returns").filter("My groups' tasks");

        browser.waitFor(goods);
        var card = browser.text(By.xpath("//*[contains(@class, 'kefu-card')][contains(., '" + goods + "')]"));
        assertThat(card).contains(order, "3 days late", "王*", "2 × ", "Defective", "Refund").doesNotContain("王芳");
        browser.picture("cards");
    }

    @Test
    void staysQuickWithFiveThousandOpenTasks(Browser browser) {
        var goods = opens(sells());
        var clones = new ClonedCases(jdbc, goods);
        clones.make(MANY);
        try {
            var leader = Tasklist.as(browser, "teamlead");
            leader.filter("The team's tasks");
            browser.waitFor(By.xpath("//*[contains(@class, 'kefu-card-line')][contains(., 'KF-')]"));

            assertThat(browser.text()).contains(String.valueOf(openTasks()));
            browser.waitForCall(REFRESH);
            browser.ask("performance.clearResourceTimings()");
            browser.ask("location.hash = location.hash.replace(/&?page=\\d+/, '') + '&page=100'");
            browser.waitFor(By.xpath("//*[contains(@class, 'kefu-card-line')][contains(., 'KF-1999-0014')]"));
            browser.waitForCall(REFRESH);

            assertThat(browser.calls(CARDS)).as("one call for a page of cards").isEqualTo(1);
            assertThat(browser.count(By.cssSelector(".kefu-card"))).isEqualTo(15);
            browser.click(By.xpath("(//li[contains(@class, 'task')]//h4/a)[1]"));
            tab(browser, "Case");
            browser.waitFor(By.xpath("//h2[contains(., 'KF-1999-')]"));
            assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
        } finally {
            clones.remove();
        }
    }

    private int openTasks() {
        return jdbc.sql("select count(*) from ACT_RU_TASK").query(Integer.class).single();
    }

    private Tasklist openTask(Browser browser, String person, String task) {
        var tasklist = Tasklist.as(browser, person);
        browser.ask("location.hash = '#/?task=" + task + "'");
        browser.waitFor(By.cssSelector(".fjs-form"));
        browser.pause();
        return tasklist;
    }

    private static void tab(Browser browser, String name) {
        browser.click(By.xpath("//ul[contains(@class, 'nav-tabs')]//a[normalize-space(.) = '" + name + "']"));
    }

    private static void press(Browser browser, String button) {
        browser.click(By.xpath("//button[contains(@class, 'kefu-button')][normalize-space(.) = '" + button + "']"));
    }

    private static void logIn(Browser browser, String name, String password) {
        browser.type(By.cssSelector("input[name=username]"), name);
        browser.type(By.cssSelector("input[name=password]"), password);
        press(browser, "Log in");
    }

    private static By labelled(String label) {
        return By.xpath("//label[normalize-space(.) = '" + label + "']/following-sibling::input");
    }

    private Path photo() throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().setBackground(Color.ORANGE);
        var file = folder.resolve("lid.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private String sells() {
        var number = "SCREEN-" + ORDERS.incrementAndGet();
        var told = as("integration").put("/api/orders/" + number, Sale.delivered(OffsetDateTime.now(clock)).line(2, "900.00").json());
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        return number;
    }

    private String opens(String order) {
        var started = as("agent").post("/api/cases/product-return", Json.of(Map.of("orderNumber", order, "reason", "DEFECTIVE",
                "resolution", "REFUND", "note", "Both leak", "lines", List.of(Map.of("line", 1, "quantity", 2)))));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return started.json().get("caseNumber").asText();
    }

    private String taskOf(String caseNumber) {
        return as("supervisor").get("/api/cases/" + caseNumber).json().at("/tasks/0/id").asText();
    }

    private void completes(String person, String caseNumber, String key, Map<String, ?> variables) {
        var file = as("supervisor").get("/api/cases/" + caseNumber).json();
        assertThat(file.at("/tasks/0/key").asText()).isEqualTo(key);
        var task = "/engine-rest/task/" + taskOf(caseNumber);
        as(person).post(task + "/claim", Json.of(Map.of("userId", person)));
        var done = as(person).post(task + "/complete", Json.variables(variables));
        assertThat(done.status()).as(done.body()).isEqualTo(204);
    }

    private Caller as(String person) {
        return Caller.as(environment.getRequiredProperty("local.server.port", Integer.class), person);
    }
}

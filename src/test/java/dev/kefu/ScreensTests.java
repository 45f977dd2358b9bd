package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** What people meet before and beside their tasks. */
@BrowserTest
class ScreensTests {

    @Test
    void refusesAWrongPasswordInWords(Browser browser) {
        browser.go("/camunda/app/tasklist/default/");

        Tasklist.logIn(browser, "technician", "guess");

        browser.waitFor("Login Failed");
        assertThat(browser.text()).contains("Wrong credentials");
    }

    @Test
    void leadsFromTheHousesAddressToItsApplications(Browser browser) {
        browser.go("/");

        browser.waitFor("Log in");
        assertThat(browser.title()).isEqualTo("Kefu Welcome");
        assertThat(browser.text()).doesNotContain("migrate");
        Tasklist.logIn(browser, "agent", "agent");
        browser.click(By.linkText("Tasklist"));
        browser.waitFor("Start process");
        assertThat(browser.title()).isEqualTo("Kefu Tasklist");
    }

    @ParameterizedTest
    @CsvSource({"supervisor, cockpit, Deployed, Kefu Cockpit", "admin, cockpit, Deployed, Kefu Cockpit",
        "admin, admin, Users, Kefu Admin"})
    void showsTheOtherApplicationsToWhoMaySeeThem(String person, String application, String word, String title,
            Browser browser) {
        browser.go("/camunda/app/" + application + "/default/");
        Tasklist.logIn(browser, person, person);

        browser.waitFor(word);
        browser.picture(application);

        assertThat(browser.title()).startsWith(title);
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    /** Their scripts are blocked, and they stay blank, where two pages share a nonce. */
    @RepeatedTest(3)
    void fillsEveryWindowThatOpensAtTheSameMoment(Browser browser) {
        Tasklist.as(browser, "supervisor");

        var shown = browser.openAtOnce("张敏", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/",
                "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/");

        assertThat(shown).hasSize(4);
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void saysSoWhenAPasswordIsWrongAndWhenNobodyLooksAtItAnyMore(Browser browser) {
        browser.forget();
        browser.go("/camunda/app/tasklist/default/");

        for (int i = 0; i < 7; i++) {
            Tasklist.logIn(browser, "vp", "wrong" + i);
            browser.waitFor("Login Failed");
            browser.reload();
        }

        assertThat(browser.text()).doesNotContain("Start process");
    }

    @Test
    void showsTheTeamsTasksToLeadersAlone(Browser browser) {
        Tasklist.as(browser, "agent");

        browser.waitFor("Overdue");

        assertThat(browser.text()).contains("My tasks", "My groups' tasks").doesNotContain("The team's tasks");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void keepsTheLoginWhileAPageOfTheApiLoads(Browser browser) {
        Tasklist.as(browser, "agent");

        browser.go("/api/docs/ui");

        browser.waitFor("/api/cases/{processKey}");
        browser.go("/camunda/app/tasklist/default/");
        browser.waitFor("Start process");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void showsCaseOrderAndDueDateOnTheCard(Browser browser) {
        var leader = Tasklist.as(browser, "teamlead");

        leader.filter("The team's tasks");

        browser.waitFor("SO-1004");
        assertThat(leader.list()).contains("Review return", "KF-", "SO-1004", "Due in a day").doesNotContain("Case:", "Order:");
        assertThat(browser.isInSight(By.xpath("//*[contains(@class, 'kefu-card-line')][contains(., 'SO-1004')]"))).isTrue();
    }

    @Test
    void givesBackWhatWasAskedWhenTheRequestLacksSomething(Browser browser) {
        var leader = Tasklist.as(browser, "teamlead");
        leader.filter("My groups' tasks");
        leader.open("Review return", "SO-1004");
        leader.claim();
        leader.tick("Ask for what is missing");
        leader.fill("Note", "Which size does the customer wear?");
        leader.complete();

        var agent = Tasklist.as(browser, "agent");
        agent.filter("My groups' tasks");
        agent.open("Complete request", "SO-1004");
        agent.claim();

        assertThat(agent.form()).contains("What is missing: Which size does the customer wear?")
                .doesNotContain("{{", "null");
        assertThat(agent.value("Order number")).isEqualTo("SO-1004");
        assertThat(agent.value("Line")).isEqualTo("1");
        assertThat(agent.value("Quantity")).isEqualTo("1");
        agent.fill("Note", "42");
        browser.picture("complete-request");
        agent.complete();
    }

    @Test
    void tellsWhyARefundWasRefusedAndSendsTheGoodsBack(Browser browser) {
        var manager = Tasklist.as(browser, "manager");
        manager.filter("My groups' tasks");
        manager.open("Approve refund", "SO-1012");
        manager.claim();
        manager.tick("No");
        manager.fill("Note", "The bag was worn.");
        manager.complete();

        var specialist = Tasklist.as(browser, "returns");
        specialist.filter("My groups' tasks");
        specialist.open("Settle difference", "SO-1012");
        specialist.claim();
        assertThat(specialist.form()).contains("The refund of 1599.00 CNY was refused: The bag was worn.").doesNotContain("{{", "null");
        browser.picture("settle");
        specialist.tick("Send the goods back to the customer");
        specialist.fill("Note", "The customer wants the bag.");
        specialist.complete();

        var warehouse = Tasklist.as(browser, "warehouse");
        warehouse.filter("My groups' tasks");
        warehouse.open("Ship goods back", "SO-1012");
        warehouse.claim();
        assertThat(warehouse.form()).contains("1 × 真皮手提包 黑色").doesNotContain("{{", "null");
        warehouse.fill("Courier", "YTO");
        warehouse.fill("Tracking number", "YT90042026");
        browser.picture("ship-back");
        warehouse.complete();
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void letsFinanceSayThatAFailedPaymentWasMadeByHand(Browser browser) {
        var warehouse = Tasklist.as(browser, "warehouse");
        warehouse.filter("My groups' tasks");
        warehouse.open("Inspect goods", "SO-1005");
        warehouse.claim();
        warehouse.fill("Line", "2");
        warehouse.choose("Condition", "Damaged");
        warehouse.fill("Accepted", "1");
        warehouse.fill("Refused", "0");
        warehouse.tick("Quality problem established");
        warehouse.complete();
        var manager = Tasklist.as(browser, "manager");
        manager.filter("My groups' tasks");
        manager.open("Approve refund", "SO-1005");
        manager.claim();
        manager.tick("Yes, pay it back");
        manager.complete();

        var finance = Tasklist.as(browser, "finance");
        finance.filter("My groups' tasks");
        finance.open("Confirm payout", "SO-1005");
        finance.claim();
        finance.tick("No");
        finance.complete();
        finance.open("Resolve payout", "SO-1005");
        finance.claim();
        assertThat(finance.form()).contains("252.44 CNY").doesNotContain("{{", "null");
        finance.tick("It was paid by hand");
        finance.fill("Reference of the payment", "BANK-20261122-18");
        finance.fill("Note", "The bank had the old account.");
        browser.picture("resolve");
        finance.complete();

        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void decidesRepairsAndPacksWhatTheNewDesksHave(Browser browser) {
        var supervisor = Tasklist.as(browser, "supervisor");
        supervisor.filter("My groups' tasks");
        supervisor.open("Grant exception", "SO-1011");
        supervisor.claim();
        assertThat(supervisor.form()).contains("outside the policy", "老客户").doesNotContain("{{", "null");
        supervisor.tick("Yes, let the return in");
        supervisor.fill("Note", "Once.");
        browser.picture("exception");
        supervisor.complete();

        var technician = Tasklist.as(browser, "technician");
        technician.filter("My groups' tasks");
        technician.open("Repair goods", "SO-1006");
        technician.claim();
        assertThat(technician.form()).contains("1 × 护眼台灯", "灯光闪烁").doesNotContain("{{", "null");
        technician.tick("Repaired: it goes back to the customer");
        technician.fill("Note", "A new switch.");
        browser.picture("repair");
        technician.complete();

        var warehouse = Tasklist.as(browser, "warehouse");
        warehouse.filter("My groups' tasks");
        warehouse.open("Ship replacement", "SO-1008");
        warehouse.claim();
        assertThat(warehouse.form()).contains("MOUSE-01").doesNotContain("{{", "null");
        warehouse.fill("Courier", "YTO");
        warehouse.fill("Tracking number", "YT90062026");
        browser.picture("replacement");
        warehouse.complete();
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    /** The column that few need stays empty, or is filled in; either way the row is sent. */
    @Test
    void takesAnExchangeForAnotherArticle(Browser browser) {
        var agent = Tasklist.as(browser, "agent");
        agent.openStartForm("Product return");
        agent.fill("Order number", "SO-1001");
        agent.fill("Line", "1");
        agent.fill("Quantity", "1");
        agent.fill("Wanted article", "CUP-350-BLUE");
        agent.choose("Reason", "Changed mind, no reason given");
        agent.tick("Exchange");
        browser.picture("exchange");
        agent.press("Start");

        browser.waitFor("The process has been started.");
        var specialist = Tasklist.as(browser, "returns");
        specialist.filter("My groups' tasks");
        specialist.open("Review return", "SO-1001");
        specialist.claim();
        assertThat(specialist.form()).contains("an exchange", "CUP-350-BLUE").doesNotContain("{{", "null");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }
}

package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The walk that the README describes, done with the mouse: a return, from the request to the money back. */
@BrowserTest
class NewcomersWalkTests {

    private static final By REFUSAL = By.cssSelector(".alert-danger:not(.ng-hide)");

    @Test
    void leadsFromTheRequestToTheMoneyBack(Browser browser) {
        requestTheReturn(browser);
        var caseNumber = approveIt(browser);
        reportTheParcel(browser, caseNumber);
        inspectTheGoods(browser, caseNumber);
        settleTheDifference(browser, caseNumber);
        approveTheRefund(browser, caseNumber);
        payTheRefund(browser, caseNumber);

        browser.go("/app/cases/" + caseNumber);

        browser.waitFor("Closed");
        assertThat(browser.text()).contains(caseNumber, "Refunded", "309.00 CNY", "BANK-20261122-17", "壶底裂缝");
        browser.picture("case-closed");
    }

    private static void requestTheReturn(Browser browser) {
        var agent = Tasklist.as(browser, "agent");
        agent.openStartForm("Product return");
        agent.fill("Order number", "SO-1001");
        agent.fill("Line", "2");
        agent.fill("Quantity", "1");
        agent.addRow();
        agent.fill(2, "Line", "1");
        agent.fill(2, "Quantity", "99");
        agent.choose("Reason", "Defective");
        agent.fill("Note", "壶底漏水，杯盖合不上。");
        agent.press("Start");

        browser.waitFor("3 can be asked for, not 99");
        assertThat(browser.isInSight(REFUSAL)).as("the refusal is in sight beside the button").isTrue();
        browser.picture("start-refused");

        agent.fill(2, "Quantity", "1");
        browser.picture("start");
        agent.press("Start");

        browser.waitFor("The process has been started.");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    private static String approveIt(Browser browser) {
        var specialist = Tasklist.as(browser, "returns");
        specialist.filter("My groups' tasks");
        specialist.open("Review return", "SO-1001");
        specialist.claim();

        assertThat(specialist.form()).contains("order SO-1001", "1 × 保温杯 350ml (line 1)", "1 × 电热水壶 1.7L (line 2)",
                "Defective: 壶底漏水", "Line 2: within the policy. Within 15 days").doesNotContain("{{", "null");
        var caseNumber = specialist.caseNumber();
        specialist.tick("Approve the return");
        browser.picture("review");
        specialist.complete();

        specialist.open("Arrange way back", caseNumber);
        specialist.claim();
        specialist.tick("The customer sends the goods");
        browser.picture("arrange");
        specialist.complete();
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
        return caseNumber;
    }

    private static void reportTheParcel(Browser browser, String caseNumber) {
        Tasklist.as(browser, "warehouse");
        browser.click(By.linkText("Goods in"));
        browser.waitFor(By.id("goodsin-code"));
        browser.typeOn(caseNumber);

        browser.waitFor(By.cssSelector(".goodsin-line-said.is-good"));
        browser.picture("goods-in");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    private static void inspectTheGoods(Browser browser, String caseNumber) {
        var warehouse = Tasklist.as(browser, "warehouse");
        warehouse.filter("My groups' tasks");
        warehouse.open("Inspect goods", caseNumber);
        warehouse.claim();
        warehouse.fill("Line", "2");
        warehouse.choose("Condition", "Damaged");
        warehouse.fill("Accepted", "2");
        warehouse.fill("Refused", "0");
        warehouse.tick("Quality problem established");
        warehouse.fill("Note", "壶底裂缝。");
        warehouse.addRow();
        warehouse.fill(2, "Line", "1");
        warehouse.choose(2, "Condition", "As new");
        warehouse.fill(2, "Accepted", "0");
        warehouse.fill(2, "Refused", "1");
        warehouse.press("Complete");

        browser.waitFor("Line 2: 2 units were found, but only 1 were approved.");
        assertThat(browser.isInSight(REFUSAL)).isTrue();
        assertThat(browser.isInSight(By.xpath("//button[normalize-space(.) = 'Complete']")))
                .as("the refusal leaves the button free").isTrue();

        warehouse.closeMessage();
        warehouse.fill("Accepted", "1");
        browser.picture("inspect");
        warehouse.complete();
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    private static void settleTheDifference(Browser browser, String caseNumber) {
        var specialist = Tasklist.as(browser, "returns");
        specialist.filter("My groups' tasks");
        specialist.open("Settle difference", caseNumber);
        specialist.claim();

        assertThat(specialist.form()).contains("1 × 保温杯 350ml").doesNotContain("{{", "null");
        specialist.tick("As found (what that means here is said above)");
        specialist.fill("Note", "客户同意。");
        browser.picture("settle-difference");
        specialist.complete();
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    private static void approveTheRefund(Browser browser, String caseNumber) {
        var manager = Tasklist.as(browser, "manager");
        manager.filter("My groups' tasks");
        manager.open("Approve refund", caseNumber);
        manager.claim();

        assertThat(manager.form()).contains("309.00 CNY", "asked for by warehouse").doesNotContain("{{", "null");
        manager.tick("Yes, pay it back");
        browser.picture("approve");
        manager.complete();
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    private static void payTheRefund(Browser browser, String caseNumber) {
        var finance = Tasklist.as(browser, "finance");
        finance.filter("My groups' tasks");
        finance.open("Confirm payout", caseNumber);
        finance.claim();

        assertThat(finance.form()).contains("309.00 CNY").doesNotContain("{{", "null");
        finance.tick("Yes");
        finance.fill("Reference of the payment", "BANK-20261122-17");
        browser.picture("pay");
        finance.complete();
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }
}

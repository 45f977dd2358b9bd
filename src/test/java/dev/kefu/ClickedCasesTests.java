package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Parcels that can't be delivered and goods that are short, clicked through in Tasklist from the report to the end. */
@BrowserTest
class ClickedCasesTests {

    private static final String PANEL = "//section[h2 = '%s']";

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    private ShopFloor shop;

    @BeforeEach
    void open() {
        shop = new ShopFloor(port, clock);
    }

    /** The address was unclear; the goods go out once more, to another one, and by a courier that costs the customer more. */
    @Test
    void bringsAParcelToTheCustomerAfterAll(Browser browser) {
        shop.sells("CLICK-1", "CLICK-LAMP", "PL20012026");
        var number = report(browser, "PL20012026", "Address unclear", "CLICK-1");

        var agent = shop.sitsDown(browser, "agent", number, "chaseCourier");
        agent.claim();
        assertThat(agent.form()).contains("Address unclear: parcel PL20012026 of YTO.").doesNotContain("{{", "null");
        browser.picture("chase-courier");
        agent.tick("It is back with us");
        agent.fill("Note", "At the depot in Hangzhou.");
        agent.complete();

        agent = shop.sitsDown(browser, "agent", number, "agreeReshipment");
        agent.claim();
        assertThat(agent.form()).contains("The parcel is back with us.", "(SF)", "1 day", "difference").doesNotContain("{{", "null");
        assertThat(browser.text(By.cssSelector(".actors .groups"))).contains("Agents", "After-sales consultants");
        agent.tick("The goods, sent once more");
        agent.fill("Courier that the customer asks for", "SF");
        agent.fill("Province", "浙江省");
        agent.fill("City", "杭州市");
        agent.fill("Street and house number", "文三路 199 号 2 幢 501");
        agent.fill("Note", "The house number was missing.");
        agent.complete();

        agent = shop.sitsDown(browser, "agent", number, "collectSurcharge");
        agent.claim();
        assertThat(agent.form()).contains("CNY are due for").doesNotContain("{{", "null");
        browser.picture("collect-surcharge");
        agent.tick("Yes, it is paid");
        agent.complete();

        var clerk = shop.sitsDown(browser, "orderclerk", number, "reshipParcel");
        clerk.claim();
        assertThat(clerk.form()).contains("It goes out again by", "It goes to another address").doesNotContain("{{", "null");
        browser.picture("reship-parcel");
        clerk.fill("Courier", "SF");
        clerk.fill("Tracking number", "SF20012026");
        clerk.complete();
        shop.reports("SF", "SF20012026", "DELIVERED", 0);

        Tasklist.as(browser, "agent");
        browser.go("/app/cases/" + number);
        browser.waitFor("Closed");
        assertThat(browser.text()).contains("Delivered");
        assertThat(panel(browser, "Parcels")).contains("PL20012026", "SF20012026");
        assertThat(panel(browser, "Second shipment")).contains("CNY");
        assertThat(panel(browser, "Contact with the customer")).contains("Send it once more");
        assertThat(panel(browser, "Timeline")).contains("The house number was missing.");
        assertThat(panel(browser, "Messages to the customer")).contains("Read");
        browser.picture("parcel-closed");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    /** Nobody wants it: what came home is inspected, and the money goes back by approval and by finance. */
    @Test
    void paysARefusedParcelBackOnceItIsInspected(Browser browser) {
        shop.sells("CLICK-2", "CLICK-BOWL", "PL20022026");
        var number = report(browser, "PL20022026", "Refused by the customer", "CLICK-2");
        shop.reports("YTO", "PL20022026", "RETURNED_TO_SENDER", 0);

        var warehouse = shop.sitsDown(browser, "warehouse", number, "inspectGoods");
        warehouse.claim();
        assertThat(warehouse.form()).contains("What should be there: 2 × 台灯 (line 1)", "Refused by the customer").doesNotContain("{{", "null");
        browser.picture("inspect-parcel");
        warehouse.fill("Line", "1");
        warehouse.choose("Condition", "As new");
        warehouse.fill("Accepted", "2");
        warehouse.fill("Refused", "0");
        warehouse.complete();

        var manager = shop.sitsDown(browser, "manager", number, "approveRefund");
        manager.claim();
        manager.tick("Yes, pay it back");
        manager.complete();
        paid(browser, number);

        Tasklist.as(browser, "agent");
        browser.go("/app/cases/" + number);
        browser.waitFor("Closed");
        assertThat(browser.text()).contains("Refunded");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void shipsGoodsThatWereShortAsSoonAsTheyCome(Browser browser) {
        shop.sells("CLICK-3", "CLICK-SCARF");
        shop.stock("CLICK-SCARF", 2, 4);
        var number = reportShort(browser, "CLICK-3");
        count(browser, number, "1");

        var agent = shop.sitsDown(browser, "agent", number, "askCustomer");
        agent.claim();
        assertThat(agent.form()).contains("台灯: 1 reserved, 1 short").doesNotContain("{{", "null");
        browser.picture("ask-customer");
        agent.tick("Wait for the goods");
        agent.complete();
        shop.arrives("CLICK-SCARF", 5);

        var warehouse = shop.sitsDown(browser, "warehouse", number, "shipOrder");
        warehouse.claim();
        assertThat(warehouse.form()).contains("2 × 台灯 (line 1)").doesNotContain("{{", "null");
        browser.picture("ship-order");
        warehouse.fill("Courier", "YTO");
        warehouse.fill("Tracking number", "PL20032026");
        warehouse.complete();

        Tasklist.as(browser, "agent");
        browser.go("/app/cases/" + number);
        browser.waitFor("Closed");
        assertThat(browser.text()).contains("Shipped");
        assertThat(panel(browser, "Parcels")).contains("PL20032026");
        assertThat(panel(browser, "Promises to the customer")).contains("First promise");
        assertThat(panel(browser, "What the customer said")).contains("Wait for the goods");
        browser.picture("stock-out-closed");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void givesTheMoneyBackForGoodsThatTheCustomerDoesNotWaitFor(Browser browser) {
        shop.sells("CLICK-4", "CLICK-FAN");
        shop.stock("CLICK-FAN", 2, 4);
        var number = reportShort(browser, "CLICK-4");
        count(browser, number, "0");
        var agent = shop.sitsDown(browser, "agent", number, "askCustomer");
        agent.claim();
        agent.tick("Money back for what has not left");
        agent.complete();

        var manager = shop.sitsDown(browser, "manager", number, "authoriseCancellation");
        manager.claim();
        assertThat(manager.form()).contains("2 × 台灯 (line 1); worth 120.00 CNY", "The last answer: Money back for what has not left.")
                .doesNotContain("{{", "null");
        browser.picture("authorise-cancellation");
        ShopFloor.tab(browser, "Case");
        browser.waitFor(By.xpath(PANEL.formatted("What the customer said") + "//li[contains(., 'Refund')]"));
        assertThat(panel(browser, "Messages to the customer")).contains("Read");
        ShopFloor.tab(browser, "Form");
        manager.tick("Yes, give it back");
        manager.complete();
        paid(browser, number);

        Tasklist.as(browser, "agent");
        browser.go("/app/cases/" + number);
        browser.waitFor("Closed");
        assertThat(browser.text()).contains("Refunded");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    private String report(Browser browser, String trackingNumber, String cause, String order) {
        var agent = Tasklist.as(browser, "agent");
        agent.openStartForm("Undeliverable parcel");
        agent.fill("Tracking number", trackingNumber);
        agent.choose("Why it was not delivered", cause);
        agent.press("Start");
        browser.waitFor("The process has been started.");
        return shop.caseOf(order);
    }

    private String reportShort(Browser browser, String order) {
        var agent = Tasklist.as(browser, "agent");
        agent.openStartForm("Stock-out");
        agent.fill("Order number", order);
        agent.choose("Cause", "Out of stock");
        agent.press("Start");
        browser.waitFor("The process has been started.");
        return shop.caseOf(order);
    }

    private void count(Browser browser, String number, String found) {
        var warehouse = shop.sitsDown(browser, "warehouse", number, "countStock");
        warehouse.claim();
        warehouse.fill("On hand", found);
        warehouse.complete();
    }

    private void paid(Browser browser, String number) {
        var finance = shop.sitsDown(browser, "finance", number, "confirmPayout");
        finance.claim();
        finance.tick("Yes");
        finance.fill("Reference of the payment", "BANK-" + number);
        finance.complete();
    }

    private static String panel(Browser browser, String title) {
        return browser.text(By.xpath(PANEL.formatted(title)));
    }
}

package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people see of couriers, parcels and goods that are short: the tables, the runs, and both kinds of cases. */
@BrowserTest
class ParcelPagesTests {

    private static final String RATE = "//tr[th[normalize-space(.) = '%s']]";
    private static final By PROVINCE = By.name("province");
    private static final By FEE = By.name("rate-firstFee");

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    private ShopFloor shop;

    @BeforeEach
    void open() {
        shop = new ShopFloor(port, clock);
    }

    @Test
    void quotesByTheRateThatASupervisorHasJustChanged(Browser browser) {
        Tasklist.as(browser, "supervisor");
        browser.go("/app/couriers");
        browser.click(By.xpath("//select[@name = 'ratesOf']/option[@value = 'ZTO']"));
        browser.click(By.xpath("//button[@aria-label = 'Edit 江西']"));

        browser.type(FEE, "much");
        press(browser, "Save");
        browser.waitFor(By.xpath("//input[@name = 'rate-firstFee'][@aria-invalid = 'true']"));
        browser.picture("couriers-refused");
        browser.type(FEE, "71.50");
        browser.enter(FEE);
        browser.waitFor("江西 is saved.");
        assertThat(browser.text(By.xpath(RATE.formatted("江西 Jiangxi")))).contains("71.50");

        browser.type(PROVINCE, "江西");
        browser.type(By.name("weight"), "900");
        browser.click(By.xpath("//select[@name = 'courier']/option[@value = 'ZTO']"));
        press(browser, "Quote");
        browser.waitFor(By.xpath("//div[contains(@class, 'couriers-quotes')]//td[. = '71.50 CNY']"));
        browser.picture("couriers");

        browser.click(By.xpath("//button[@aria-label = 'Edit 江西']"));
        changeElsewhere("ZTO", "江西");
        browser.type(FEE, "72.00");
        browser.enter(FEE);
        browser.waitFor("Somebody else changed this row meanwhile.");
        browser.waitFor(By.xpath(RATE.formatted("江西 Jiangxi") + "[contains(., '73.00')]"));
        assertThat(browser.errorsExcept(withConflict())).isEmpty();
    }

    @Test
    void keepsWhatACourierSaidOnTheTelephone(Browser browser) {
        Tasklist.as(browser, "agent");
        browser.go("/app/couriers");
        browser.waitFor(By.name("answer-province"));
        assertThat(browser.count(By.xpath("//button[starts-with(@aria-label, 'Edit ')]"))).as("fees are not an agent's").isZero();

        browser.click(By.xpath("//select[@name = 'answer-courier']/option[@value = 'YTO']"));
        browser.type(By.name("answer-province"), "新疆");
        browser.type(By.name("answer-city"), "喀什");
        press(browser, "Keep the answer");
        browser.waitFor(By.xpath("//select[@name = 'answer-reached'][@aria-invalid = 'true']"));
        browser.click(By.xpath("//select[@name = 'answer-reached']/option[@value = 'true']"));
        press(browser, "Keep the answer");

        browser.waitFor("Kept: 新疆");
        browser.type(PROVINCE, "新疆");
        browser.type(By.name("city"), "喀什");
        press(browser, "Quote");
        browser.waitFor(By.xpath("//div[contains(@class, 'couriers-quotes')]//tr[contains(., 'YTO')]//td[contains(., 'Telephone')]"));
    }

    @Test
    void saysWhichRowsOfAFileAreRefused(Browser browser) throws IOException {
        var file = Files.writeString(folder.resolve("rates.csv"), """
                courier,province,city,reached,firstWeightGrams,firstFee,stepGrams,stepFee,days,source,asOf
                EMS,湖南,,true,1000,17.00,1000,7.00,5,TABLE,2025-07-02
                EMS,Atlantis,,true,1000,17.00,1000,7.00,5,TABLE,2025-07-02
                """);
        Tasklist.as(browser, "supervisor");
        browser.go("/app/couriers");
        browser.waitFor(By.name("rates"));

        browser.attach(By.name("rates"), file);
        press(browser, "Import");

        browser.waitFor("Rows read: 2; stored: 1; unchanged: 0; refused: 1.");
        assertThat(browser.text(By.cssSelector(".couriers-refused"))).contains("3", "province");
    }

    @Test
    void opensACaseForEveryOrderOfAnArticleAndShowsHowFarItIs(Browser browser) {
        var orders = IntStream.rangeClosed(1, 5).mapToObj(number -> shop.sells("BULK-" + number, "BULK-LAMP")).toList();
        shop.stock("BULK-LAMP", 0, 5);
        Tasklist.as(browser, "warehouse");
        browser.go("/app/stock-outs");

        browser.type(By.name("sku"), "BULK-LAMP");
        browser.waitFor("Comes in (days)");
        press(browser, "Start");
        browser.waitFor("Choose a cause.");
        browser.click(By.xpath("//select[@name = 'cause']/option[@value = 'OUT_OF_STOCK']"));
        press(browser, "Start");

        browser.waitForAddress("run=");
        browser.waitFor("Finished. 5 orders: 5 new cases, 0 had one already, 0 refused.");
        browser.picture("stock-outs");
        for (var order : orders) {
            browser.waitFor(By.xpath("//tr[td/a[. = '" + order + "']]//a[starts-with(., 'KF-')]"));
        }

        browser.type(By.name("sku"), "BULK-LAMP");
        browser.click(By.xpath("//select[@name = 'cause']/option[@value = 'OUT_OF_STOCK']"));
        browser.type(By.name("orders"), "BULK-1，BULK-2");
        press(browser, "Start");
        browser.waitFor("Finished. 2 orders: 0 new cases, 2 had one already, 0 refused.");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void bringsAStockOutFromTheOrderToTheCustomersAnswer(Browser browser) {
        shop.sells("SHORT-1", "SHORT-LAMP");
        shop.stock("SHORT-LAMP", 3, 4);
        Tasklist.as(browser, "agent");
        browser.go("/app/orders/SHORT-1");
        press(browser, "Report a stock-out");
        press(browser, "Report the stock-out");
        browser.waitFor("Choose a cause.");
        browser.click(By.xpath("//select[@name = 'cause']/option[@value = 'OUT_OF_STOCK']"));
        press(browser, "Report the stock-out");
        browser.waitFor(By.cssSelector(".orders-case"));
        var number = browser.text(By.cssSelector(".orders-case"));

        var warehouse = shop.sitsDown(browser, "warehouse", number, "countStock");
        warehouse.claim();
        browser.picture("count-stock");
        assertThat(browser.count(By.xpath("//div[contains(@class, 'fjs-form')]//input[@readonly]"))).as("the article and its name").isEqualTo(2);
        warehouse.fill("On hand", "0");
        warehouse.complete();

        shop.sitsDown(browser, "agent", number, "askCustomer");
        ShopFloor.tab(browser, "Case");
        browser.waitFor("What is short");
        browser.waitFor("Promises to the customer");
        browser.waitFor(By.xpath("//section[h2 = 'Promises to the customer']//li[contains(., 'First promise')]"));
        browser.waitFor(By.xpath("//section[h2 = 'What is short']//tr[td = 'SHORT-LAMP']/td[. = '4']"));
        assertThat(browser.text(By.xpath("//section[h2 = 'Messages to the customer']"))).contains("Read");
        browser.picture("stock-out-tab");

        press(browser, "Customer has replied");
        browser.click(By.xpath("//option[. = 'Wait for the goods']"));
        press(browser, "Report it");
        browser.waitFor("Reported: Customer has replied.");
        browser.waitFor(By.xpath("//section[h2 = 'What the customer said']//li[contains(., 'Wait for the goods')]"));
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void bringsAParcelFromTheOrderToTheSecondShipment(Browser browser) {
        shop.sells("PARCEL-1", "PARCEL-LAMP", "PL10012026");
        shop.reports("YTO", "PL10012026", "FAILED_ATTEMPT", 5);
        shop.reports("YTO", "PL10012026", "IN_TRANSIT", 9);
        shop.reports("YTO", "PL10012026", "RETURNED_TO_SENDER", 2);
        var number = shop.caseOf("PARCEL-1");
        Tasklist.as(browser, "agent");
        browser.go("/app/orders/PARCEL-1");
        browser.waitFor("Back with the sender");
        assertThat(browser.text(By.xpath("//section[h2 = 'Parcels']"))).contains("PL10012026", "To the customer", "In transit", "Delivery failed");
        browser.picture("order-parcels");

        var agent = shop.sitsDown(browser, "agent", number, "agreeReshipment");
        agent.claim();
        browser.picture("agree-reshipment");
        ShopFloor.tab(browser, "Case");
        browser.waitFor("Contact with the customer");
        browser.waitFor(By.xpath("//section[h2 = 'Parcels']//strong[contains(., 'PL10012026')]"));
        assertThat(browser.text(By.xpath("//section[h2 = 'The parcel']"))).contains("Back with us");
        assertThat(browser.text(By.xpath("//section[h2 = 'Contact with the customer']"))).contains("Kept until");
        browser.picture("parcel-tab");
        shop.completes("agent", number, "agreeReshipment", Map.of("answer", "RESHIP", "courier", "SF", "note", "By SF, please"));

        browser.go("/app/cases/" + number);
        browser.waitFor(By.xpath("//section[h2 = 'Second shipment']//dd[contains(., 'CNY')]"));
        browser.waitFor(By.xpath("//section[h2 = 'Contact with the customer']//li[contains(., 'Send it once more')]"));
        browser.picture("parcel-page");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    /** Somebody else is faster. */
    private void changeElsewhere(String courier, String province) {
        var rates = shop.as("supervisor").get("/api/couriers/" + courier + "/rates").json();
        var row = rates.findParents("province").stream().filter(each -> each.get("province").asText().equals(province)
                && each.path("city").isNull()).findFirst().orElseThrow();
        var changed = shop.as("supervisor").put("/api/couriers/" + courier + "/rates",
                row.toString().replaceFirst("\"firstFee\":\"[^\"]*\"", "\"firstFee\":\"73.00\""));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private static String[] withConflict() {
        var ordinary = new String[Tasklist.ORDINARY.length + 2];
        System.arraycopy(Tasklist.ORDINARY, 0, ordinary, 0, Tasklist.ORDINARY.length);
        ordinary[ordinary.length - 2] = "status of 409";
        ordinary[ordinary.length - 1] = "status of 400";
        return ordinary;
    }

    private static void press(Browser browser, String button) {
        ShopFloor.press(browser, button);
    }
}

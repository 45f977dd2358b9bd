package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of those who have a customer on the telephone, or a parcel in their hands. */
@BrowserTest
class DeskPagesTests {

    private static final By SEARCH = By.cssSelector("[role=search] input");
    private static final By SCAN = By.id("goodsin-code");

    @LocalServerPort
    int port;

    @Test
    void findsAnOrderByTelephoneAndStartsAReturnOfIt(Browser browser) {
        Tasklist.as(browser, "agent");
        browser.go("/app/orders");
        browser.waitFor(SEARCH);

        browser.typeOn("+86 133-0000-7890");

        browser.waitFor("YT10082026");
        assertThat(browser.path()).as("the only hit opens").isEqualTo("/app/orders/SO-1008");
        assertThat(browser.text()).contains("Order SO-1008", "孙丽", "无线鼠标", "Start a return");
        browser.picture("order");

        browser.click(By.xpath("//button[. = 'Start a return']"));
        browser.click(By.xpath("//label[contains(., '无线鼠标')]/input"));
        browser.type(By.xpath("//input[@type = 'number']"), "9");
        browser.click(By.xpath("//button[. = 'Start the return']"));

        browser.waitFor("Choose a reason.");
        browser.click(By.xpath("//option[@value = 'DEFECTIVE']"));
        browser.click(By.xpath("//button[. = 'Start the return']"));
        browser.waitFor(By.cssSelector("input[type=number][aria-invalid=true]"));
        var refusal = browser.text(By.cssSelector(".orders-pick .kefu-refusal"));
        browser.picture("return-refused");
        assertThat(refusal).as("the server's words stand beside the quantity").contains("2 can be asked for, not 9");
        browser.type(By.xpath("//input[@type = 'number']"), "1");
        browser.click(By.xpath("//button[. = 'Start the return']"));

        browser.waitFor(By.cssSelector(".orders-case"));
        var number = browser.text(By.cssSelector(".orders-case"));
        browser.picture("return-started");
        assertThat(number).matches("KF-\\d{4}-\\d{6}");
        browser.waitFor(By.xpath("//table//a[. = '" + number + "']"));
        browser.click(By.linkText("Open the case"));
        browser.waitFor("SO-1008");
        assertThat(browser.path()).isEqualTo("/app/cases/" + number);
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void listsWhatANameFindsAndRefusesWhatNamesNobody(Browser browser) {
        Tasklist.as(browser, "agent");
        browser.go("/app/orders");
        browser.waitFor(SEARCH);

        browser.typeOn("王芳");
        browser.waitFor("SO-1007");
        assertThat(browser.text()).contains("SO-1001", "13800001234", "name");
        assertThat(browser.path()).as("an address is kept by logs").matches("/app/orders\\?search=\\w+");
        browser.click(By.linkText("SO-1001"));
        browser.waitFor("Order SO-1001");
        browser.back();
        browser.waitFor("SO-1007");
        assertThat(browser.value(SEARCH)).isEqualTo("王芳");
        browser.picture("orders");

        browser.type(SEARCH, "王");
        browser.enter(SEARCH);
        browser.waitFor(By.cssSelector("[role=search] .kefu-refusal"));
        browser.type(SEARCH, "nobody at all");
        browser.enter(SEARCH);
        browser.waitFor("No order was found by “nobody at all”.");
    }

    @Test
    void takesInAParcelByItsRmaAndOpensTheInspection(Browser browser) {
        var rma = Caller.as(port, "returns").get("/api/goods-in?code=YT90012026").json().at("/0/rma").asText();
        assertThat(rma).startsWith("RMA-");
        Tasklist.as(browser, "warehouse");
        browser.go("/app/goods-in");
        browser.waitFor(SCAN);

        browser.typeOn("RMA-1999-000000");
        browser.waitFor("belongs to no case");
        browser.typeOn("]C1" + rma.toLowerCase().replace("-", " "));

        browser.waitFor(By.cssSelector(".goodsin-line-said.is-good"));
        assertThat(browser.text(By.cssSelector(".goodsin-line-said"))).contains("is in: 1 ×");
        browser.picture("goods-in");
        browser.typeOn(rma);
        browser.waitFor("is in already, since");
        assertThat(browser.text()).contains("Taken in here (1)");

        browser.click(By.linkText("Inspect"));
        browser.waitFor(By.xpath("//h2[contains(., 'Inspect goods')]"));
        browser.waitFor(By.cssSelector(".fjs-form"));
        browser.picture("goods-in-task");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void changesALetterAndShowsWhatIsWrongBesideTheField(Browser browser) {
        Tasklist.as(browser, "supervisor");
        browser.go("/app/letters");
        browser.click(By.cssSelector("a[aria-label='The goods did not come in time (English)']"));
        browser.waitFor(By.tagName("textarea"));
        var subject = By.xpath("//label[. = 'Subject']/following-sibling::input");

        browser.type(subject, "Your return {{rna}}");
        browser.click(By.xpath("//button[. = 'Save']"));
        browser.waitFor(By.xpath("//input[@aria-invalid = 'true']"));
        assertThat(browser.text(By.cssSelector(".kefu-refusal"))).contains("{{rna}} is nothing that this letter can say");

        browser.type(subject, "Your return {{rma}} ended");
        browser.click(By.xpath("//button[. = 'Preview']"));
        browser.waitFor("Your return RMA-2026-000042 ended");
        browser.click(By.xpath("//button[. = 'Save']"));
        browser.waitFor("Saved.");
        browser.waitFor("Version 1, changed by supervisor");
        browser.picture("letters");

        browser.click(By.xpath("//button[. = 'Back to the shipped text']"));
        browser.click(By.xpath("//button[. = 'Yes, go back']"));
        browser.waitFor("written as it was shipped again");
        assertThat(browser.value(subject)).doesNotContain("ended");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void showsLettersAndGoodsInToOthersAsFarAsTheyMay(Browser browser) {
        Tasklist.as(browser, "agent");
        browser.go("/app/letters?letter=return-expired&in=zh");
        browser.waitFor(By.tagName("textarea"));

        assertThat(browser.text()).contains("Supervisors change these texts");
        assertThat(browser.count(By.xpath("//button[. = 'Save']"))).isZero();
        browser.go("/app/goods-in");
        browser.waitFor("Goods are taken in by the warehouse");
        assertThat(browser.count(SCAN)).isZero();
    }

    @Test
    void speaksChineseToThoseWhoChooseIt(Browser browser) {
        Tasklist.as(browser, "relations");
        browser.go("/app/orders/SO-1002");
        browser.waitFor("Order SO-1002");

        browser.click(By.xpath("//button[. = '中文']"));
        browser.waitFor("订单 SO-1002");
        browser.click(By.xpath("//button[. = '发起退换货']"));
        browser.click(By.xpath("//button[. = '提交退换货']"));
        browser.waitFor(By.cssSelector(".kefu-refusal"));

        assertThat(browser.text()).contains("客户", "可退数量", "客户要退回哪些商品？").doesNotContain("Customer", "Start a return");
        browser.picture("order-zh");
        browser.go("/app/letters?letter=return-approved&in=zh");
        browser.waitFor("必须写入");
        browser.picture("letters-zh");
        browser.click(By.xpath("//button[. = 'English']"));
        browser.waitFor("Letters to customers");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }
}

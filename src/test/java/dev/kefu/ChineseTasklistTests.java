package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist as people see it whose browser speaks Chinese, and as those see it who chose another language than their browser. */
@BrowserTest
class ChineseTasklistTests {

    private static final By FORM = By.cssSelector(".fjs-form");

    @LocalServerPort
    private int port;

    @Test
    void showsTasksAndFormsInChineseAndRefusesInChinese(Browser browser) {
        open(browser, "agent");
        browser.waitFor("已逾期");
        assertThat(browser.text()).contains("发起流程", "我的任务", "本组待领任务", "李娜");

        browser.click(By.xpath("//a[contains(., '发起流程')]"));
        browser.click(By.xpath("//div[contains(@class, 'modal-content')]//a[contains(., '退换货')]"));
        browser.waitFor(FORM);
        browser.pause();
        assertThat(browser.text(FORM)).contains("为已签收的订单登记退换货", "订单号", "想换的商品", "客户诉求")
                .doesNotContain("Order number", "Reason", "Quantity");
        browser.type(field("订单号"), "NOWHERE-1");
        browser.type(field("行号"), "1");
        browser.type(field("数量"), "1");
        browser.click(By.xpath("//label[contains(., '原因')]/..//*[contains(@class, 'fjs-select-display')]"));
        browser.click(By.xpath("//*[contains(@class, 'fjs-dropdownlist-item')][normalize-space(.) = '有故障']"));
        browser.pause();
        browser.click(By.xpath("//div[contains(@class, 'modal-content')]//button[normalize-space(.) = '发起']"));

        browser.waitFor("NOWHERE-1");
        browser.waitFor("没有订单 NOWHERE-1");
        assertThat(browser.text()).doesNotContain("There is no order");
        browser.picture("chinese-refusal");
    }

    @Test
    void showsATaskInChinese(Browser browser) {
        open(browser, "returns");
        var task = Caller.as(port, "returns").get("/engine-rest/task?maxResults=1&taskDefinitionKey=reviewReturn").json().get(0);
        browser.go("/camunda/app/tasklist/default/#/?task=" + task.get("id").asText());

        browser.waitFor(FORM);
        browser.waitFor("政策判定");
        browser.pause();

        assertThat(browser.text()).contains("审核退换货申请", "审核决定", "批准退换货", "向主管申请特例")
                .doesNotContain("Review return", "Approve the return", "What the policy says");
        browser.picture("chinese-task");
    }

    @Test
    void obeysTheChosenLanguageAndNotTheBrowsers(Browser browser) {
        Caller.as(port, "warehouse").put("/api/me/language", "{\"language\": \"en\"}");
        try {
            open(browser, "warehouse");

            browser.waitFor("My groups' tasks");
            assertThat(browser.text()).contains("Start process").doesNotContain("本组待领任务");
        } finally {
            Caller.as(port, "warehouse").put("/api/me/language", "{\"language\": null}");
        }
    }

    private static void open(Browser browser, String person) {
        browser.forget();
        browser.speak("zh-CN");
        browser.go("/camunda/app/tasklist/default/");
        Tasklist.logIn(browser, person, person);
    }

    private static By field(String label) {
        return By.xpath("(//label[contains(., '" + label + "')]/..//input)[1]");
    }
}

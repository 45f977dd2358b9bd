package dev.kefu.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.BrowserTest;
import dev.kefu.Caller;
import dev.kefu.customers.Contact;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderDraft;
import dev.kefu.orders.Orders;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

class RequestReturnBrowserTests extends BrowserTest {

    @Autowired
    Orders orders;

    @Autowired
    Clock clock;

    /** Tasklist as it comes disables Start for good as soon as a row was touched. */
    @Test
    void startsAReturnWithTwoLines() {
        deliver("SO-7001");
        var browser = browser();
        login(browser, "tasklist", "agent");

        awaitClickable(browser, By.cssSelector(".start-process-action a")).click();
        awaitClickable(browser, By.xpath("//div[contains(@class, 'modal')]//a[contains(., 'eturn')]")).click();
        await(browser, By.cssSelector("input[id$='request-return-orderNumber']")).sendKeys("SO-7001");
        awaitClickable(browser, By.cssSelector(".fjs-repeat-render-add")).click();
        var lines = browser.findElements(By.cssSelector("input[id*='request-return-line']"));
        var quantities = browser.findElements(By.cssSelector("input[id*='request-return-quantity']"));
        lines.get(0).sendKeys("1");
        quantities.get(0).sendKeys("2");
        lines.get(1).sendKeys("2");
        quantities.get(1).sendKeys("1");
        browser.findElement(By.cssSelector(".fjs-select-display, [id*='request-return-reason']")).click();
        awaitClickable(browser, By.xpath("//*[contains(@class, 'fjs-dropdownlist-item') and contains(., 'Changed mind')]"))
                .click();
        awaitClickable(browser, By.xpath("//div[contains(@class, 'modal')]//button[contains(., 'Start')]")).click();

        await(browser, By.xpath("//*[contains(text(), 'has been started')]"));
        var specialist = Caller.as(port, "returns");
        var tasks = specialist.get("/engine-rest/task?processDefinitionKey=product-return").json();
        assertThat(tasks).hasSize(1);
        assertThat(specialist.get("/engine-rest/process-instance/" + tasks.get(0).get("processInstanceId").asText()
                + "/variables/goods").body()).contains("保温杯", "茶壶");
        assertThat(complaints(browser)).isEmpty();
    }

    private void deliver(String orderNumber) {
        var delivered = clock.instant().minus(Duration.ofDays(1));
        var paid = delivered.minus(Duration.ofDays(3));
        orders.store(new OrderDraft(orderNumber, "C-7001", new Contact("林小雨", null, null, Contact.Address.UNKNOWN),
                "TMALL", "CNY", paid, delivered, BigDecimal.ZERO, null,
                List.of(line(1, "保温杯", 3), line(2, "茶壶", 2)),
                List.of(new OrderDraft.Shipment("YTO", "YT7001", paid, delivered,
                        List.of(new LineQuantity(1, 3), new LineQuantity(2, 2))))));
    }

    private static OrderDraft.Line line(int number, String name, int quantity) {
        return new OrderDraft.Line(number, "SKU-" + number, name, "KITCHEN", quantity, new BigDecimal("59.00"),
                new BigDecimal("21.00"), null, 500);
    }
}

package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** Every page of ours on the screen of a notebook, in both languages. */
@BrowserTest
class OwnPagesTests {

    private static final List<String> OF_A_SUPERVISOR = List.of("/app", "/app/orders", "/app/orders/SO-1001",
            "/app/cases/KF-2026-000001", "/app/search?kind=product-return", "/app/leaders", "/app/letters", "/app/notices", "/app/couriers", "/app/stock-outs");
    private static final List<String> OF_THE_WAREHOUSE = List.of("/app/goods-in", "/app/leaders", "/app/nowhere");

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-US"})
    void canBeReadAndFitsTheScreen(String language, Browser browser) {
        browser.speak(language);
        logIn(browser, "supervisor");
        OF_A_SUPERVISOR.forEach(path -> look(browser, language, path));

        logIn(browser, "warehouse");
        OF_THE_WAREHOUSE.forEach(path -> look(browser, language, path));
    }

    private static void logIn(Browser browser, String person) {
        browser.forget();
        browser.go("/app/login");
        Tasklist.logIn(browser, person, person);
        browser.waitFor(By.cssSelector("nav a[href='/app/search']"));
    }

    private static void look(Browser browser, String language, String path) {
        browser.go(path);
        browser.waitFor(By.cssSelector("html[lang^='" + language.substring(0, 2) + "'] main :is(h1, .kefu-alert)"));

        assertThat(browser.whatIsHardToRead()).as(path).isEmpty();
        assertThat(browser.widthBeyondTheWindow()).as(path).isZero();
        assertThat(browser.title()).as(path).endsWith(" - Kefu");
    }
}

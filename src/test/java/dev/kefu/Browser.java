package dev.kefu;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/** A person's browser: opens pages of the application, clicks, types, and tells what it shows. */
public final class Browser implements AutoCloseable {

    static final File CHROMIUM = new File("/usr/bin/chromium");
    static final File DRIVER = new File("/usr/bin/chromedriver");

    private static final Path PICTURES = Path.of("target", "browser");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final Path profile;
    private final String house;
    private String language = "en";

    private Browser(ChromeDriver driver, Path profile, String house) {
        this.driver = driver;
        this.profile = profile;
        this.house = house;
    }

    /** Both programs are named, or Selenium would look for others and download them. */
    static Browser open(int port) {
        try {
            var profile = Files.createTempDirectory("kefu-browser");
            var console = new LoggingPreferences();
            console.enable(LogType.BROWSER, Level.ALL);
            var options = new ChromeOptions();
            options.setBinary(CHROMIUM);
            options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en",
                    "--window-size=1366,768", "--user-data-dir=" + profile);
            options.setCapability("goog:loggingPrefs", console);
            var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).usingAnyFreePort().build();
            var driver = new ChromeDriver(service, options);
            var browser = new Browser(driver, profile, "http://localhost:" + port);
            browser.sizeLikeANotebook();
            return browser;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** From now on this person's browser asks for this language first, and for no other. */
    public void speak(String preferred) {
        language = preferred;
        announceLanguage();
    }

    public void go(String path) {
        driver.get(house + path);
    }

    public void reload() {
        driver.navigate().refresh();
    }

    /** Opens a window on each of the pages at the same moment, waits for the words, and says what each of them shows. */
    public List<String> openAtOnce(String expected, String... paths) {
        var before = driver.getWindowHandle();
        driver.executeScript("arguments[0].forEach(path => window.open(path))", List.of(paths));
        var opened = driver.getWindowHandles().stream().filter(handle -> !handle.equals(before)).toList();
        var shown = opened.stream().map(handle -> {
            driver.switchTo().window(handle);
            waitFor(expected);
            var text = text();
            driver.close();
            return text;
        }).toList();
        driver.switchTo().window(before);
        return shown;
    }

    /** What stands out from its ground by less than WCAG AA asks for, a line each. */
    public List<String> whatIsHardToRead() {
        try {
            return lines(new ClassPathResource("dev/kefu/contrast.js").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many pixels of the page lie beside the window. */
    public int widthBeyondTheWindow() {
        return ((Number) driver.executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    /** Somebody else sits down: nothing is left of the last login. */
    public void forget() {
        driver.switchTo().newWindow(WindowType.TAB);
        driver.manage().deleteAllCookies();
        var blank = driver.getWindowHandle();
        driver.getWindowHandles().stream().filter(handle -> !handle.equals(blank)).forEach(handle -> {
            driver.switchTo().window(handle);
            driver.manage().deleteAllCookies();
            driver.close();
        });
        driver.switchTo().window(blank);
        sizeLikeANotebook();
    }

    public String title() {
        return driver.getTitle();
    }

    /** All that can be read on the page. */
    public String text() {
        return text(By.tagName("body"));
    }

    public String text(By place) {
        return waiting("a text at " + place, () -> {
            var text = visible(place).getText();
            return text == null ? "" : text;
        });
    }

    public String value(By field) {
        return waiting("a value in " + field, () -> visible(field).getDomProperty("value"));
    }

    public int count(By place) {
        return (int) driver.findElements(place).stream().filter(WebElement::isDisplayed).count();
    }

    /** Waits until this can be read somewhere on the page. */
    public void waitFor(String text) {
        waiting("the words \"" + text + "\"", () -> text().contains(text));
    }

    public void waitUntilGone(By place) {
        waiting("the end of " + place, () -> count(place) == 0);
    }

    public void waitFor(By place) {
        waiting("" + place, () -> count(place) > 0);
    }

    public void click(By place) {
        waiting("a click on " + place, () -> {
            var element = visible(place);
            driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
            element.click();
            return true;
        });
    }

    /** Replaces what stands in the field, and looks whether it stays: a page that still loads may empty it again. */
    public void type(By field, String text) {
        waiting("\"" + text + "\" in " + field, () -> {
            click(field);
            visible(field).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
            pause();
            return text.equals(visible(field).getDomProperty("value"));
        });
    }

    /** Presses these keys where the focus is. */
    public void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses a key where this has the focus. */
    public void press(By place, CharSequence key) {
        waiting("a key for " + place, () -> {
            visible(place).sendKeys(key);
            return true;
        });
    }

    /** What can be read in the thing that has the focus. */
    public String focused() {
        return driver.switchTo().activeElement().getText();
    }

    /** Presses Enter in the field, as a scanner does behind what it read. */
    public void enter(By field) {
        waiting("Enter in " + field, () -> {
            visible(field).sendKeys(Keys.ENTER);
            return true;
        });
    }

    /** Types where the cursor stands, wherever that is. */
    public void typeOn(String text) {
        driver.switchTo().activeElement().sendKeys(text, Keys.ENTER);
    }

    public void back() {
        driver.navigate().back();
    }

    /** The address without the house's own. */
    public String path() {
        return driver.getCurrentUrl().substring(house.length());
    }

    /** How long a form takes to notice what was typed. */
    public void pause() {
        try {
            Thread.sleep(400);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Whether nothing of the window's edge hides it: what a person sees without scrolling. */
    public boolean isInSight(By place) {
        return (Boolean) driver.executeScript("""
                const box = arguments[0].getBoundingClientRect();
                const x = box.left + box.width / 2, y = box.top + box.height / 2;
                const top = document.elementFromPoint(x, y);
                return top !== null && (arguments[0].contains(top) || top.contains(arguments[0]));
                """, visible(place));
    }

    /** Chooses a file of this machine in an input for files. */
    public void attach(By input, Path file) {
        waiting("a file in " + input, () -> {
            visible(input).sendKeys(file.toAbsolutePath().toString());
            return true;
        });
    }

    /** What a script of the page answers. */
    public Object ask(String script) {
        return driver.executeScript(script);
    }

    /** How many calls the page has made, since it was loaded, of addresses with this part. */
    public long calls(String part) {
        return (Long) driver.executeScript("return performance.getEntriesByType('resource')"
                + ".filter(each => each.name.includes(arguments[0])).length", part);
    }

    /** Waits until the page makes another call of such an address, such as the one that Tasklist's list refreshes by. */
    public void waitForCall(String part) {
        var before = calls(part);
        waiting("a call of " + part, () -> calls(part) > before);
    }

    /** Waits until the address bar shows this part. */
    public void waitForAddress(String part) {
        waiting("the address " + part, () -> driver.getCurrentUrl().contains(part));
    }

    /** Waits until the address bar shows this part no longer. */
    public void waitUntilAddressLacks(String part) {
        waiting("an address without " + part, () -> !driver.getCurrentUrl().contains(part));
    }

    /** What the console says since it was last asked, as far as it is an error and fits none of these expressions. */
    public List<String> errorsExcept(String... expected) {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage())
                .filter(message -> List.of(expected).stream().noneMatch(each -> Pattern.compile(each).matcher(message).find()))
                .toList();
    }

    /** Keeps what the window shows in {@code target/browser}. */
    public void picture(String name) {
        picture(Path.of(name));
    }

    void picture(Path name) {
        try {
            var file = PICTURES.resolve(name + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public void close() {
        driver.quit();
        FileSystemUtils.deleteRecursively(profile.toFile());
    }

    /** Presses these keys together, wherever the focus is. */
    public void chord(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(Keys.chord(keys));
    }

    /** Types where the focus is. */
    public void write(String text) {
        driver.switchTo().activeElement().sendKeys(text);
    }

    /** What can be read in the thing that has the focus; of a field its kind. */
    public String focus() {
        var focused = driver.switchTo().activeElement();
        var text = focused.getText();
        return text.isBlank() ? focused.getTagName() : text;
    }

    public void waitForFocus(String expected) {
        waiting("the focus on " + expected, () -> focus().contains(expected));
    }

    /** Leaves a cookie as the server would. */
    public void keep(String cookie, String value) {
        driver.manage().addCookie(new Cookie(cookie, value));
    }

    /** The lines that this script finds on the page. */
    public List<String> lines(String script) {
        return ((List<?>) driver.executeScript(script)).stream().map(String::valueOf).toList();
    }

    private void announceLanguage() {
        driver.executeCdpCommand("Emulation.setUserAgentOverride",
                Map.of("userAgent", driver.executeScript("return navigator.userAgent"), "acceptLanguage", language));
    }

    private void sizeLikeANotebook() {
        announceLanguage();
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", 1366, "height", 768, "deviceScaleFactor", 1, "mobile", false));
    }

    private WebElement visible(By place) {
        return driver.findElements(place).stream().filter(WebElement::isDisplayed).findFirst()
                .orElseThrow(() -> new StaleElementReferenceException("Nothing to see at " + place));
    }

    private <T> T waiting(String what, Supplier<T> look) {
        return new FluentWait<>(driver).withTimeout(PATIENCE).pollingEvery(Duration.ofMillis(150))
                .ignoring(WebDriverException.class)
                .withMessage(() -> "Waited for " + what)
                .until(ignored -> look.get());
    }
}

package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kefu.demo.TestPeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of what people click, in Chromium. On a machine without one it is skipped, unless
 * {@code KEFU_REQUIRE_BROWSER=true}: then it fails. A picture of every window at the end of a test lies in
 * {@code target/screenshots}.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestPeople.class)
public abstract class BrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    protected int port;

    private final List<ChromeDriver> open = new ArrayList<>();
    private final List<Path> profiles = new ArrayList<>();

    @BeforeAll
    static void needsABrowser() {
        var missing = Optional.of("chromium").filter(program -> find(program).isEmpty())
                .or(() -> Optional.of("chromedriver").filter(program -> find(program).isEmpty()));
        if ("true".equals(System.getenv("KEFU_REQUIRE_BROWSER"))) {
            assertThat(missing).as("programs for the browser tests that this machine lacks").isEmpty();
        }
        assumeTrue(missing.isEmpty(), () -> "SKIPPED: this machine has no " + missing.orElse("")
                + ", so nobody looked at what people click");
    }

    @AfterEach
    void closeWindows(TestInfo test) throws IOException {
        for (var index = 0; index < open.size(); index++) {
            var browser = open.get(index);
            try {
                var folder = Files.createDirectories(Path.of("target", "screenshots"));
                Files.write(folder.resolve(getClass().getSimpleName() + "-"
                        + test.getTestMethod().orElseThrow().getName() + "-" + index + ".png"),
                        browser.getScreenshotAs(OutputType.BYTES));
            } finally {
                browser.quit();
            }
        }
        for (var profile : profiles) {
            try (var files = Files.walk(profile)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (UncheckedIOException stillWriting) {
                // Chromium's last processes may delete files at the same time
            }
        }
    }

    /** A new window with a profile of its own, as on another person's machine. */
    protected ChromeDriver browser() {
        try {
            var profile = Files.createTempDirectory("kefu-browser");
            profiles.add(profile);
            var logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.ALL);
            var options = new ChromeOptions();
            options.setBinary(find("chromium").orElseThrow().toFile());
            options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--lang=en", "--window-size=1500,1000", "--user-data-dir=" + profile);
            options.setCapability("goog:loggingPrefs", logs);
            var driver = new ChromeDriverService.Builder()
                    .usingDriverExecutable(find("chromedriver").orElseThrow().toFile()).build();
            var browser = new ChromeDriver(driver, options);
            open.add(browser);
            return browser;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    protected String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** Logs in to a web application; the password is the name. */
    protected void login(WebDriver browser, String application, String user) {
        browser.get(url("/camunda/app/" + application + "/default/"));
        await(browser, By.cssSelector("input[type=text]")).sendKeys(user);
        browser.findElement(By.cssSelector("input[type=password]")).sendKeys(user);
        browser.findElement(By.cssSelector("button[type=submit]")).click();
        await(browser, By.cssSelector(".account, li.account"));
    }

    /** The element, as soon as people can see it. */
    protected WebElement await(WebDriver browser, By what) {
        return new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    protected WebElement awaitClickable(WebDriver browser, By what) {
        return new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.elementToBeClickable(what));
    }

    /**
     * What the browser complained about. Two questions belong to every start of a web application and have a No for an
     * answer: who is logged in, and whether there is a welcome page.
     */
    protected List<String> complaints(WebDriver browser) {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("/auth/user/default -") && !message.contains("/camunda-welcome -"))
                .toList();
    }

    private static Optional<Path> find(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.StringUtils;

/** The web applications in Chinese and English, by hand and by keyboard, for eyes of every age. */
@BrowserTest
class WebApplicationLanguageTests {

    /** Words of the application, not names that the department gave: in Latin letters alone, outside of what shows data. */
    private static final String ENGLISH = """
            const data = 'script, style, svg, .fjs-form, .task-filters h4, .tasks-list li, .task-card header, dd, code, td, '
                + '.breadcrumbs-panel, .kefu, .kefu *, [lang=en], .version, a[href*="camunda.org"], #footer-timezone i, '
                + '.group-camunda-admin, .processes, .account .dropdown-toggle, .brand-name, .djs-container, .profile *';
            const found = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const text = walker.currentNode.data.trim(), element = walker.currentNode.parentElement;
              if (/[A-Za-z]{3,}/.test(text) && !/[\\u4e00-\\u9fff]/.test(text) && !element.closest(data)
                  && element.checkVisibility({opacityProperty: true, visibilityProperty: true})) {
                found.push(element.tagName + '.' + element.className + ': ' + text);
              }
            }
            for (const field of document.querySelectorAll('input[placeholder], textarea[placeholder]')) {
              if (/[A-Za-z]{3,}/.test(field.placeholder) && !/[\\u4e00-\\u9fff]/.test(field.placeholder)) {
                found.push(field.placeholder);
              }
            }
            return found""";

    /** Names of words in their place, as far as they are seen. */
    private static final String WORDLESS = """
            const name = /^[A-Z]+(_[A-Z0-9]+)+$/, found = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const text = walker.currentNode.data.trim();
              if (name.test(text) && !walker.currentNode.parentElement.closest('script, style, .fjs-form')) found.push(text);
            }
            return found.concat([...document.querySelectorAll('[placeholder]')].map(each => each.placeholder)
                .filter(text => name.test(text)))""";

    /** Welcome asks what the engine wants of a password, which asks for nothing itself. */
    private static final String NO_POLICY = "/identity/password-policy - Failed to load resource: .* status of 404";

    private static final By HELP = By.cssSelector("a.showShortcutHelp");
    private static final By DIALOG = By.cssSelector(".modal-content");

    @LocalServerPort
    int port;

    @BeforeEach
    void everybodyReadsByTheirBrowser() {
        for (var person : List.of("returns", "agent")) {
            Caller.as(port, person).put("/api/me/language", "{\"language\":null}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void servesWordsAndStylesThatABrowserAsksForAnew(String application) {
        var anybody = Caller.anonymous(port);

        for (var file : List.of("locales/zh.json", "locales/en.json", "styles/user-styles.css")) {
            var answer = anybody.get("/camunda/app/" + application + "/" + file);

            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).as(file).isEqualTo("no-cache");
        }
        assertThat(anybody.get("/camunda/app/" + application + "/locales/en.json").body()).doesNotContain("time to migrate");
        assertThat(anybody.get("/camunda/app/" + application + "/scripts/config.js").body()).contains("window.bust");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 请登录, 用户名", "en-US, Log in, Username"})
    void showsTheLoginInTheLanguageOfTheBrowser(String language, String word, String field, Browser browser) {
        browser.speak(language);
        browser.go("/camunda/app/tasklist/default/");

        browser.waitFor(By.cssSelector("input[placeholder='" + field + "']"));

        if (language.startsWith("zh")) {
            assertThat(browser.lines(ENGLISH)).isEmpty();
        }
        assertThat(browser.whatIsHardToRead()).isEmpty();
        browser.picture("login-" + language);
    }

    @Test
    void worksInChineseByKeyboardAlone(Browser browser) {
        browser.speak("zh-CN");
        logIn(browser, "tasklist", "returns");
        browser.waitFor("发起流程");
        assertThat(browser.title()).isEqualTo("Kefu 任务列表");

        browser.chord(Keys.CONTROL, Keys.ALT, "h");
        browser.waitFor("认领当前任务");
        assertThat(browser.text(DIALOG)).contains("ctrl+enter", "打开列表中的下一个任务");
        readable(browser, "help-zh");
        browser.chord(Keys.ESCAPE);
        browser.waitUntilGone(DIALOG);

        browser.chord(Keys.CONTROL, Keys.ALT, "g");
        toGroupsTasks(browser);
        browser.waitFor(By.cssSelector("ol.tasks-list li.task"));
        var tasks = browser.count(By.cssSelector("ol.tasks-list li.task"));
        readable(browser, "list-zh");
        assertThat(tasks).isGreaterThan(1);
        browser.chord(Keys.CONTROL, Keys.ALT, "l");
        browser.chord(Keys.ENTER);
        browser.waitFor(By.cssSelector(".fjs-form"));
        browser.waitFor(By.cssSelector("button.claim"));
        readable(browser, "task-zh");

        openReview(browser);
        browser.chord(Keys.CONTROL, Keys.ENTER);
        browser.waitForFocus("认领");
        browser.chord(Keys.CONTROL, Keys.ALT, "c");
        browser.waitForFocus("input");
        readable(browser, "claimed-zh");
        browser.chord(Keys.CONTROL, Keys.ENTER);
        browser.waitFor("此项必填。");
        readable(browser, "refused-zh");
        browser.waitForFocus("input");
        browser.chord(Keys.SPACE);
        browser.chord(Keys.CONTROL, Keys.ENTER);

        browser.waitForFocus("认领");
        browser.waitFor(By.cssSelector(".fjs-form"));
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    /** Chinese input methods stand in a field most of the time: the keys have to work there too. */
    @Test
    void startsAProcessByKeyboardFromTheFirstFieldOn(Browser browser) {
        browser.speak("zh-CN");
        logIn(browser, "tasklist", "agent");
        browser.waitFor("发起流程");

        browser.chord(Keys.CONTROL, Keys.ALT, "p");
        browser.waitFor(By.cssSelector(".modal-content .processes a"));
        readable(browser, "processes-zh");
        browser.chord(Keys.ENTER);
        browser.waitFor(By.cssSelector(".modal-content .fjs-form"));
        browser.waitForFocus("input");
        browser.write("SO-0000");
        browser.chord(Keys.CONTROL, Keys.ENTER);

        browser.waitFor("此项必填。");
        readable(browser, "start-zh");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    @Test
    void listsTheSameKeysInEnglish(Browser browser) {
        browser.speak("en-US");
        var agent = Tasklist.as(browser, "returns");
        browser.click(HELP);

        browser.waitFor("Claim the open task");

        assertThat(browser.text(DIALOG)).contains("ctrl+alt+n", "Open the next task of the list");
        readable(browser, "help-en");
        browser.chord(Keys.ESCAPE);
        browser.waitUntilGone(DIALOG);
        agent.filter("My groups' tasks");
        browser.waitFor(By.cssSelector("ol.tasks-list li.task"));
        readable(browser, "list-en");
    }

    @Test
    void followsThePersonsChoiceRatherThanTheBrowserInEveryApplication(Browser browser) {
        browser.speak("en-US");
        logIn(browser, "tasklist", "agent");
        browser.waitFor("Start process");

        browser.click(By.cssSelector(".account .dropdown-toggle"));
        browser.click(By.linkText("中文"));

        browser.waitFor("发起流程");
        browser.go("/camunda/app/welcome/default/");
        browser.waitFor("个人资料");
        browser.click(By.cssSelector(".account .dropdown-toggle"));
        browser.click(By.linkText("English"));
        browser.waitFor("Edit profile");
        browser.go("/camunda/app/tasklist/default/");
        browser.waitFor("Start process");
    }

    @ParameterizedTest
    @CsvSource({"tasklist, 任务列表, 没有符合筛选条件的任务, admin", "admin, 系统管理, 用户, admin", "welcome, 首页, 个人资料, admin",
        "cockpit, 流程监控, 运行中的流程实例, supervisor"})
    void saysNothingOfItsOwnInEnglish(String application, String title, String word, String person, Browser browser) {
        browser.speak("zh-CN");
        logIn(browser, application, person);
        browser.waitFor(word);

        assertThat(browser.title()).startsWith("Kefu " + title);
        readable(browser, application + "-zh");
        assertThat(browser.errorsExcept(StringUtils.addStringToArray(Tasklist.ORDINARY, NO_POLICY))).isEmpty();
    }

    /** Whoever logged in on a page of ours comes with no words in the browser, and the application needs some at once. */
    @Test
    void knowsItsWordsBeforeItNeedsThem(Browser browser) {
        browser.speak("zh-CN");
        logIn(browser, "tasklist", "warehouse");

        for (int i = 0; i < 5; i++) {
            browser.ask("localStorage.clear()");
            browser.reload();
            browser.waitFor("发起流程");
            browser.waitFor(By.cssSelector("input[placeholder='筛选任务']"));

            assertThat(browser.lines(WORDLESS)).isEmpty();
        }
    }

    @Test
    void saysWhatMayBeDoneToAFilterInWholeWords(Browser browser) {
        browser.speak("zh-CN");
        logIn(browser, "tasklist", "admin");
        browser.waitFor("我的任务");

        browser.click(By.cssSelector("[ng-click='openModal($event, filter)']"));
        browser.click(By.xpath("//*[contains(@class, 'modal-content')]//a[contains(@class, 'accordion-toggle')][contains(., '条件')]"));
        browser.waitFor(By.xpath("//a[@ng-click='addCriterion()']"));
        browser.pause();

        browser.picture("language-filter-zh");
        assertThat(browser.lines("""
                return [...document.querySelectorAll('.modal-content .row-action a > span:first-child')]
                    .filter(each => each.checkVisibility() && each.scrollWidth > each.clientWidth).map(each => each.innerText)"""))
                .isEmpty();
    }

    @Test
    void saysWhatTheHouseRunsOnToThoseWhoLookAfterIt(Browser browser) {
        browser.speak("zh-CN");
        logIn(browser, "cockpit", "supervisor");
        browser.waitFor("由 Kefu 自行加固");

        browser.go("/camunda/app/tasklist/default/");
        browser.waitFor("发起流程");

        assertThat(browser.text()).doesNotContain("加固");
    }

    @Test
    void showsUsersAndARunningCaseInChinese(Browser browser) {
        browser.speak("zh-CN");
        logIn(browser, "admin", "admin");
        browser.go("/camunda/app/admin/default/#/users");
        browser.waitFor("用户列表");
        browser.waitFor("teamlead");
        readable(browser, "users-zh");

        logIn(browser, "cockpit", "supervisor");
        browser.waitFor("运行中的流程实例");
        browser.go("/camunda/app/cockpit/default/#/processes");
        browser.click(By.cssSelector("td.name a[href*='process-definition']"));
        browser.click(By.cssSelector("td.instance-id a"));
        browser.waitFor("业务键");
        browser.waitFor("变量");

        readable(browser, "instance-zh");
        assertThat(browser.errorsExcept(Tasklist.ORDINARY)).isEmpty();
    }

    private static void logIn(Browser browser, String application, String person) {
        browser.forget();
        browser.go("/camunda/app/" + application + "/default/");
        Tasklist.logIn(browser, person, person);
        browser.waitFor(By.cssSelector(".account .dropdown-toggle"));
    }

    private static void toGroupsTasks(Browser browser) {
        browser.click(By.xpath("//*[contains(@class, 'task-filters')]//a[contains(., '本组待领任务')]"));
        browser.pause();
    }

    /** Moves on until the task stands there whose first field is a choice. */
    private static void openReview(Browser browser) {
        for (int i = 0; i < 10 && browser.count(By.cssSelector(".fjs-form input[type=radio]")) == 0; i++) {
            browser.chord(Keys.CONTROL, Keys.ALT, "n");
            browser.pause();
            browser.pause();
        }
        browser.waitFor(By.cssSelector(".fjs-form input[type=radio]"));
    }

    private static void readable(Browser browser, String picture) {
        browser.pause();
        browser.picture("language-" + picture);
        if (picture.endsWith("-zh")) {
            assertThat(browser.lines(ENGLISH)).as(picture).isEmpty();
        }
        assertThat(browser.whatIsHardToRead()).as(picture).isEmpty();
    }
}

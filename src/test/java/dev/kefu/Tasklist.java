package dev.kefu;

import java.util.regex.Pattern;
import org.openqa.selenium.By;

/** Tasklist as people use it: by the words on its buttons, filters and fields. */
public final class Tasklist {

    /**
     * What is no fault in the console: nobody is logged in before the login, a rule refuses, and a task is gone that was
     * completed while the list asked for it once more.
     */
    public static final String[] ORDINARY = {"/camunda/api/admin/auth/user/default - Failed to load resource",
        "status of 422", "/engine/default/task/\\S+ - Failed to load resource: .* status of 404"};

    private static final By PROCESSES = By.xpath("//a[contains(., 'Start process')]");
    private static final By FORM = By.cssSelector(".fjs-form");
    private static final By LIST = By.cssSelector(".tasks-list");

    private final Browser browser;

    private Tasklist(Browser browser) {
        this.browser = browser;
    }

    /** Logs in with the demo's password, which is the name. */
    public static Tasklist as(Browser browser, String person) {
        browser.forget();
        browser.go("/camunda/app/tasklist/default/");
        logIn(browser, person, person);
        browser.waitFor(PROCESSES);
        return new Tasklist(browser);
    }

    public static void logIn(Browser browser, String person, String password) {
        browser.type(By.cssSelector("input[type=text]"), person);
        browser.type(By.cssSelector("input[type=password]"), password);
        browser.click(By.cssSelector("button[type=submit]"));
    }

    public void openStartForm(String process) {
        browser.click(PROCESSES);
        browser.click(By.xpath("//div[contains(@class, 'modal-content')]//a[contains(., '" + process + "')]"));
        browser.waitFor(FORM);
        browser.pause();
    }

    public void filter(String name) {
        browser.click(By.xpath("//*[contains(@class, 'task-filters')]//a[contains(., \"" + name + "\")]"));
        browser.pause();
    }

    /** Opens the task of this name whose card bears the text: a case, an order. */
    public void open(String task, String onCard) {
        browser.click(By.xpath("//li[contains(@class, 'task')][contains(., '" + onCard + "')]//h4[contains(., '" + task
                + "')]/a"));
        browser.waitFor(By.xpath("//h2[contains(., '" + task + "')]"));
        browser.waitFor(FORM);
    }

    public void claim() {
        browser.click(By.xpath("//button[contains(., 'Claim')]"));
        browser.waitFor(By.xpath("//*[@uib-tooltip = 'Unclaim']"));
        browser.pause();
    }

    public void complete() {
        browser.pause();
        press("Complete");
        browser.waitFor("Select a task in the list.");
    }

    /** Presses it and expects no more than the words that say why not. */
    public void press(String button) {
        browser.click(By.xpath("//button[normalize-space(.) = '" + button + "']"));
    }

    /** What stands in the first field of this label. */
    public String value(String label) {
        return browser.value(field(1, label));
    }

    public void fill(String label, String text) {
        fill(1, label, text);
    }

    /** @param row the row of the list, from 1 */
    public void fill(int row, String label, String text) {
        browser.type(field(row, label), text);
    }

    public void choose(String label, String option) {
        choose(1, label, option);
    }

    public void choose(int row, String label, String option) {
        browser.click(By.xpath("(" + labelled(label) + ")[" + row + "]/..//*[contains(@class, 'fjs-select-display')]"));
        browser.click(By.xpath("//*[contains(@class, 'fjs-dropdownlist-item')][normalize-space(.) = '" + option + "']"));
        browser.pause();
    }

    public void tick(String option) {
        tick(1, option);
    }

    public void tick(int row, String option) {
        browser.click(By.xpath("(" + labelled(option) + ")[" + row + "]"));
        browser.pause();
    }

    public void addRow() {
        browser.click(By.cssSelector(".fjs-repeat-render-add"));
        browser.pause();
    }

    public String form() {
        browser.pause();
        return browser.text(FORM);
    }

    public String list() {
        return browser.text(LIST);
    }

    public String caseNumber() {
        var number = Pattern.compile("KF-\\d{4}-\\d{6}").matcher(form());
        if (!number.find()) {
            throw new AssertionError("There is no case number in: " + form());
        }
        return number.group();
    }

    public void closeMessage() {
        browser.click(By.cssSelector(".page-notifications .alert button.close"));
    }

    private static By field(int row, String label) {
        return By.xpath("(" + labelled(label) + ")[" + row + "]/following-sibling::*/descendant-or-self::*"
                + "[self::input or self::textarea]");
    }

    private static String labelled(String label) {
        return "//*[contains(@class, 'fjs-form')]//label[normalize-space(translate(., '*', '')) = '" + label + "']";
    }
}

package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody reads in the language that they chose, else in their browser's, else in English. */
@WholeTest
class ReadersLanguageTests {

    private static final String CHOICE = "/api/me/language";

    @Autowired
    Kefu kefu;

    @AfterEach
    void chooseNothing() {
        kefu.as("consultant").put(CHOICE, "{\"language\": null}");
    }

    @Test
    void isEnglishUntilSomebodyAsksForAnother() {
        var me = kefu.as("consultant").get("/api/me").json();

        assertThat(me.get("id").asText()).isEqualTo("consultant");
        assertThat(me.get("language").asText()).isEqualTo("en");
        assertThat(me.get("chosenLanguage").isNull()).isTrue();
        assertThat(me.at("/groups/0/id").asText()).isEqualTo("consultants");
    }

    @Test
    void isTheBrowsersUnlessThePersonChoseOne() {
        var chinese = kefu.as("consultant").with("Accept-Language", "zh-CN,zh;q=0.9");
        assertThat(chinese.get("/api/me").json().get("language").asText()).isEqualTo("zh");

        var chosen = chinese.put(CHOICE, "{\"language\": \"en\"}");

        assertThat(chosen.json().get("language").asText()).isEqualTo("en");
        assertThat(chosen.json().get("chosenLanguage").asText()).isEqualTo("en");
        assertThat(chosen.header("Set-Cookie")).startsWith("kefu-language=en;").contains("Path=/").contains("SameSite=Lax")
                .doesNotContain("HttpOnly");
        assertThat(chinese.get("/api/me").json().get("language").asText()).isEqualTo("en");

        var left = chinese.with("Cookie", "kefu-language=en").put(CHOICE, "{\"language\": null}");

        assertThat(left.json().get("language").asText()).isEqualTo("zh");
        assertThat(left.header("Set-Cookie")).startsWith("kefu-language=;").contains("Max-Age=0");
    }

    @Test
    void isToldWithAnAddressThatIsNone() {
        var nothing = kefu.as("consultant").with("Accept-Language", "zh-CN").get("/api/nope");

        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.header("Content-Language")).isEqualTo("zh");
        assertThat(nothing.json().get("violations")).isEmpty();
    }

    @Test
    void isOneOfOurs() {
        var refused = kefu.as("consultant").put(CHOICE, "{\"language\": \"de\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("language");
        assertThat(kefu.as("consultant").get("/api/me").json().get("chosenLanguage").isNull()).isTrue();
    }

    @Test
    void makesNoCallFailWhateverTheBrowserAsksFor() {
        for (var header : new String[] {";;;", "zh;q=x", "x".repeat(4000), "*;q=9,,,"}) {
            assertThat(kefu.as("consultant").with("Accept-Language", header).get("/api/me").status()).isEqualTo(200);
        }
    }

    /** What each of the doors refuses, read by somebody who reads Chinese: all words of the house are Chinese. */
    @Test
    void isTheLanguageOfEveryRefusal() {
        var chinese = kefu.as("consultant").with("Accept-Language", "zh-CN");

        for (var refused : new Answer[] {
                chinese.get("/api/cases/RET-0"), chinese.get("/nowhere"), chinese.put(CHOICE, "{\"language\": \"de\"}"),
                chinese.put("/api/stock/X", "{\"onHand\": 1}"), chinese.post("/api/cases/product-return", "{]"),
                chinese.post("/engine-rest/task/none/complete", "{}"), chinese.get("/engine-rest/task/a;b/../x"),
                kefu.anonymous().with("Accept-Language", "zh").get("/api/me"),
                Caller.inTasklist(kefu.port(), "consultant").with("Accept-Language", "zh")
                        .post("/camunda/api/engine/engine/default/task/none/complete", "{}")}) {
            assertThat(refused.status()).as(refused.body()).isBetween(400, 499);
            assertThat(refused.header("Content-Language")).as(refused.body()).isEqualTo("zh");
            assertThat(refused.headers().get("vary")).as(refused.body()).contains("Accept-Language");
        }
    }

    @Test
    void isTheLanguageOfPagesOfRefusal() {
        var page = kefu.anonymous().with("Accept", "text/html").with("Accept-Language", "zh-CN")
                .get("/camunda/app/nowhere/default/");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("<html lang=\"zh\">");
        assertThat(kefu.anonymous().with("Accept", "text/html").get("/camunda/app/nowhere/default/").body())
                .contains("<html lang=\"en\">", "There is nothing at this address.", "Log in as somebody else");
    }

    @Test
    void isEnglishInEveryRefusalWithoutAChoice() {
        var refused = kefu.as("consultant").with("Accept-Language", "de").put(CHOICE, "{\"language\": 1, \"x\": 2}");

        assertThat(refused.header("Content-Language")).isEqualTo("en");
        assertThat(refused.json().get("detail").asText()).isEqualTo("x is not a field of this call.");
        var unfit = kefu.as("auditor").with("Accept-Language", "de").get("/api/interventions?page=-1");
        assertThat(unfit.status()).as(unfit.body()).isEqualTo(422);
        assertThat(unfit.json().get("detail").asText()).isEqualTo("must be greater than or equal to 0");
    }

    @Test
    void isToldToTheBrowserThatLogsIn() {
        kefu.as("consultant").put(CHOICE, "{\"language\": \"zh\"}");

        var login = Caller.login(kefu.port(), "consultant", "tasklist");

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.json().get("userId").asText()).isEqualTo("consultant");
        assertThat(login.headers().get("set-cookie")).anyMatch(cookie -> cookie.startsWith("kefu-language=zh;"));
        var browser = Caller.inTasklist(kefu.port(), "consultant");
        assertThat(browser.with("Accept-Language", "en").get("/camunda/api/engine/engine/default/group?maxResults=10&id=consultants").json()
                .at("/0/name").asText()).isEqualTo("售后咨询专员");

        chooseNothing();

        assertThat(browser.get("/camunda/app/tasklist/default/").headers().get("set-cookie"))
                .anyMatch(cookie -> cookie.startsWith("kefu-language=;") && cookie.contains("Max-Age=0"));
    }
}

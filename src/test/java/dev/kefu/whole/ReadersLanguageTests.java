package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

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
}

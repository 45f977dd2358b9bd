package dev.kefu.workflow.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.core.io.ClassPathResource;

/** Holds our Chinese against the web applications' English: every word, with what stands in it, by one glossary. */
class WebApplicationWordsTests {

    static final List<String> APPLICATIONS = WebApplicationFiles.APPLICATIONS;

    /** Screens of the Enterprise Edition. A key of theirs may be missing only as long as no script of ours names it. */
    private static final Set<String> ENTERPRISE = Set.of("PLGN_ACTIVITY", "PLGN_ADJ", "PLGN_AUDIT", "PLGN_BATCH", "PLGN_BTCH",
            "PLGN_CLUP", "PLGN_CORRELATE", "PLGN_CS", "PLGN_DPLY", "PLGN_DRD", "PLGN_EXT", "PLGN_HIST", "PLGN_JRET",
            "PLGN_MIG", "PLGN_MOD", "PLGN_MTRCS", "PLGN_NEW", "PLGN_PACT", "PLGN_PDEF", "PLGN_REDE", "PLGN_REP",
            "PLGN_SEAR", "PLGN_SEDE", "PLGN_SETA", "PLGN_SKE");

    /** What is written the same in Chinese. */
    private static final Set<String> SAME = Set.of("", "<", "<=", ">", ">=", "ID", "ID*", "Kefu", "Optimize", "。");

    private static final String BANNER = "BANNER_CE_EOL_TEXT";
    private static final String FOLDER = "META-INF/resources/webjars/camunda/";
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");
    private static final Pattern WESTERN_MARK = Pattern.compile("[\\u4e00-\\u9fff”][,;:?!(]|[)][\\u4e00-\\u9fff]");
    private static final Pattern CARRIED = Pattern.compile("\\{\\{.*?}}|\\{}|</?(?:a|br|strong)\\b[^>]*>|&\\w+;");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]+");
    private static final Pattern FIXED_WORD = Pattern.compile("'([^'\n]+)': '");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void hasEveryKeyThatTheCommunityEditionCanShow(String application) {
        var named = NAME.matcher(scripts(application)).results().map(name -> name.group()).collect(toSet());

        var missing = english(application).keySet().stream()
                .filter(key -> !chinese(application).containsKey(key))
                .filter(key -> named.contains(key) || !"cockpit".equals(application) || !ENTERPRISE.contains(prefix(key)))
                .toList();

        assertThat(missing).isEmpty();
        assertThat(english(application).keySet()).containsAll(chinese(application).keySet());
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void carriesWhatTheEnglishCarries(String application) {
        var english = english(application);

        chinese(application).forEach((key, text) -> {
            if (!BANNER.equals(key)) {
                assertThat(carried(text)).as(key).isEqualTo(carried(english.get(key)));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void saysItInChinese(String application) {
        assertThat(chinese(application)).allSatisfy((key, text) -> {
            assertThat(CHINESE.matcher(text).find() || SAME.contains(text)).as("%s: %s", key, text).isTrue();
            assertThat(WESTERN_MARK.matcher(CARRIED.matcher(text).replaceAll("")).find()).as("%s: %s", key, text).isFalse();
        });
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void usesTheWordsOfTheGlossary(String application) {
        var glossary = glossary();
        var chinese = chinese(application);

        assertThat(glossary).hasSizeGreaterThan(30);
        english(application).forEach((key, text) -> {
            if (glossary.containsKey(text) && chinese.containsKey(key)) {
                assertThat(chinese.get(key)).as(key).isEqualTo(glossary.get(text));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void tellsTheSameDatesEverywhere(String application) {
        var theirs = read(application, "en.json").get("dateLocales");
        var ours = read(application, "zh.json").get("dateLocales");

        assertThat(ours == null).isEqualTo(theirs == null);
        if (ours != null) {
            assertThat(ours).isEqualTo(read("tasklist", "zh.json").get("dateLocales"));
            assertThat(names(ours)).containsExactlyInAnyOrderElementsOf(names(theirs));
            assertThat(names(ours.get("relativeTime"))).containsExactlyInAnyOrderElementsOf(names(theirs.get("relativeTime")));
            assertThat(names(ours.get("longDateFormat"))).containsExactlyInAnyOrderElementsOf(names(theirs.get("longDateFormat")));
            assertThat(ours.get("months")).hasSize(12);
            assertThat(ours.get("monthsShort")).hasSize(12);
            assertThat(List.of(ours.get("weekdays"), ours.get("weekdaysShort"), ours.get("weekdaysMin")))
                    .allSatisfy(days -> assertThat(days).hasSize(7));
            assertThat(ours.get("weekdays").get(0).asText()).isEqualTo("星期日");
            assertThat(ours.get("relativeTime").get("mm").asText()).contains("%d");
            assertThat(ours.get("relativeTime").get("past").asText()).isEqualTo("%s前");
        }
    }

    @ParameterizedTest
    @FieldSource("APPLICATIONS")
    void speaksForTheHouseInBothLanguages(String application) throws IOException {
        var english = words(JSON.readTree(new WebApplicationFiles().english(application)));

        assertThat(english).hasSameSizeAs(english(application));
        for (var text : List.of(english.get(BANNER), chinese(application).get(BANNER))) {
            assertThat(text).contains("Kefu", "7.24").doesNotContainIgnoringCase("migrat", "<a", "camunda 8");
        }
        assertThat(english.get("AUTH_LOGOUT_THANKS")).contains("Kefu", "{{dayContext}}").doesNotContain("Camunda");
        assertThat(english.get("CLAIM_TASK")).isEqualTo(english(application).get("CLAIM_TASK"));
    }

    /** English that is replaced where it is shown would be replaced in vain if the scripts did not say it so. */
    @Test
    void knowsTheEnglishOfTheScriptsAsTheyHaveIt() throws IOException {
        var source = Files.readString(Path.of("src/main/frontend/src/webapps/fixedWords.ts"));
        var scripts = APPLICATIONS.stream().map(WebApplicationWordsTests::scripts).reduce("", String::concat);

        var words = FIXED_WORD.matcher(source).results().map(word -> word.group(1)).toList();

        assertThat(words).hasSizeGreaterThan(90).allSatisfy(word -> assertThat(scripts).contains(word));
    }

    private static Map<String, String> glossary() {
        try (var lines = Files.lines(Path.of("docs/adr/0034-the-web-applications-words-are-ours.md"))) {
            return lines.filter(line -> line.startsWith("| ") && CHINESE.matcher(line).find() && !line.contains("中文"))
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .collect(toMap(cells -> cells[1], cells -> cells[2]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> carried(String text) {
        return CARRIED.matcher(text).results().map(found -> found.group().replaceAll("\\s", "")).sorted().toList();
    }

    private static String prefix(String key) {
        return Arrays.stream(key.split("_")).limit(2).reduce((first, second) -> first + "_" + second).orElse(key);
    }

    private static Map<String, String> english(String application) {
        return words(read(application, "en.json"));
    }

    private static Map<String, String> chinese(String application) {
        return words(read(application, "zh.json"));
    }

    private static Map<String, String> words(JsonNode file) {
        var words = new LinkedHashMap<String, String>();
        file.get("labels").properties().forEach(label -> words.put(label.getKey(), label.getValue().asText()));
        return words;
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read(String application, String file) {
        try {
            return JSON.readTree(content(FOLDER + "app/" + application + "/locales/" + file).replace("\uFEFF", ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String scripts(String application) {
        return content(FOLDER + "app/" + application + "/camunda-" + application + "-bootstrap.js")
                + content(FOLDER + "lib/deps.js") + content("META-INF/resources/plugin/" + application + "/app/plugin.js");
    }

    private static String content(String path) {
        try {
            var resource = new ClassPathResource(path);
            return resource.exists() ? resource.getContentAsString(StandardCharsets.UTF_8) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

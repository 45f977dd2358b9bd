package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Shipped models, damaged by chance: the answer is yes or no with a reason, never a fault, and no leaves nothing. */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
class DeployedXmlFuzzTests {

    private static final int ROUNDS = 70;
    private static final Pattern TAG = Pattern.compile("</?[\\w:]+[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([\\w:]+)=\"([^\"]*)\"");
    private static final List<String> VALUES = List.of("", " ", "0", "-1", "true", "${", "${a.b()}", "#{x}", "\u0001", "&#0;", "&x;",
            "x".repeat(300), "x".repeat(100_000), "\u7533\u8bf7", "\ud83d\ude00", "P", "R/PT0S", "99999999999999999999", "../..", "a b",
            "return-policy", "registerReturn", "\"><x y=\"");

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @CsvSource({"processes/returns/product-return.bpmn, product-return, 41", "processes/refunds/refund.bpmn, refund, 42",
            "processes/refunds/refund-authority.dmn, refund-authority, 43", "forms/returns/inspect-goods.form, inspect-goods, 44"})
    void isAnsweredWithYesOrNoAndNeverWithAFault(String path, String id, long seed) throws IOException {
        var shipped = Files.readString(Path.of(path)).replace("\"" + id + "\"", "\"test-damaged\"");
        var file = "test-damaged" + path.substring(path.lastIndexOf('.'));
        var random = new Random(seed);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var damaged = shipped;
            for (int i = 0; i <= random.nextInt(3); i++) {
                damaged = damage(damaged, random);
            }
            var content = random.nextInt(5) == 0 ? damageBytes(damaged, random) : damaged.getBytes(StandardCharsets.UTF_8);
            var before = repository.createDeploymentQuery().count();

            var answer = Caller.as(port, "supervisor").upload("/engine-rest/deployment/create", Map.of(file, content));

            var what = "seed " + seed + ", round " + round + ": " + answer.body();
            assertThat(answer.status()).as(what).matches(status -> status == 200 || status >= 400 && status < 500);
            assertThat(answer.body()).as(what).doesNotContain("\tat ");
            if (answer.status() == 200) {
                accepted++;
                repository.deleteDeployment(answer.json().get("id").asText(), true);
            } else {
                assertThat(answer.json().get("message").asText()).as(what).isNotBlank();
            }
            assertThat(repository.createDeploymentQuery().count()).as(what).isEqualTo(before);
        }
        assertThat(accepted).as("accepted by chance").isLessThan(ROUNDS);
    }

    private static String damage(String text, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> swapped(text, TAG, random);
            case 2 -> swapped(text, ATTRIBUTE, random);
            case 3 -> replaced(text, TAG, "", random);
            case 4 -> replaced(text, ATTRIBUTE, "", random);
            case 5 -> valued(text, random);
            case 6 -> {
                var depth = random.nextInt(20_000);
                yield replaced(text, TAG, "<a>".repeat(depth) + "</a>".repeat(depth), random);
            }
            case 7 -> {
                var start = random.nextInt(text.length());
                var end = Math.min(text.length(), start + random.nextInt(2000));
                yield text.substring(0, end) + text.substring(start);
            }
            default -> {
                var at = random.nextInt(text.length());
                yield text.substring(0, at) + VALUES.get(random.nextInt(VALUES.size())) + text.substring(at + 1);
            }
        };
    }

    /** Another value in one of the attributes, or in one of the form's. */
    private static String valued(String text, Random random) {
        var value = VALUES.get(random.nextInt(VALUES.size()));
        var places = Pattern.compile("(=|: )\"[^\"]*\"").matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        var place = places.get(random.nextInt(places.size()));
        return text.substring(0, place.start()) + place.group(1) + "\"" + value + "\"" + text.substring(place.end());
    }

    private static String swapped(String text, Pattern pattern, Random random) {
        var places = pattern.matcher(text).results().toList();
        if (places.size() < 2) {
            return text;
        }
        var first = random.nextInt(places.size() - 1);
        var a = places.get(first);
        var b = places.get(first + 1 + random.nextInt(places.size() - first - 1));
        return text.substring(0, a.start()) + b.group() + text.substring(a.end(), b.start()) + a.group() + text.substring(b.end());
    }

    private static String replaced(String text, Pattern pattern, String replacement, Random random) {
        var places = pattern.matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        var place = places.get(random.nextInt(places.size()));
        return text.substring(0, place.start()) + replacement + text.substring(place.end());
    }

    private static byte[] damageBytes(String text, Random random) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i <= random.nextInt(20) && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}

package dev.kefu.whole;

import static dev.kefu.whole.Fuzzer.TRIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever somebody asks the engine for, the answer is 2xx or 4xx, decent, and soon. */
@WholeTest
class QueryFuzzTests {

    private static final List<String> PEOPLE = List.of("agent", "returns", "warehouse", "finance", "supervisor", "integration",
            "admin", "auditor");
    private static final int MEGABYTE = 1024 * 1024;
    private static final List<String> PIECES = List.of("x", " ", "${", "%", "\\n", "at ", "a.", "$({");

    @Autowired Kefu kefu;

    private final EngineQueries queries = new EngineQueries();
    private Fuzzer fuzzer;

    @BeforeEach
    void opensACase() {
        fuzzer = new Fuzzer(kefu.port());
        kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
    }

    @Test
    void survivesEveryQuestion() {
        fuzzer.tries("queries", TRIES * 2, junk -> {
            var path = junk.oneOf(queries.paths());
            var body = queries.query(path, junk);
            fuzzer.send(junk.oneOf(PEOPLE), "POST", path + junk.oneOf(List.of("", "?maxResults=5", "?maxResults=-1&firstResult=x")),
                    "application/json", junk.bytes(junk.happens(90) ? body : junk.damaged(body)), Map.of());
        });
    }

    @Test
    void survivesAMegabyteInEveryTextOfAQuestion() {
        assertThat(queries.paths()).anyMatch(path -> queries.textFields(path).size() > 10);

        fuzzer.tries("large texts", 2, junk -> {
            for (var path : queries.paths()) {
                for (var field : queries.textFields(path)) {
                    var piece = junk.oneOf(PIECES);
                    var body = "{" + Junk.quoted(field) + ":\"" + piece.repeat(MEGABYTE / piece.length()) + "\"}";
                    fuzzer.send(junk.oneOf(PEOPLE), "POST", path, "application/json", body.getBytes(StandardCharsets.UTF_8), Map.of());
                }
            }
        });
    }
}

package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A caller who is not sure whether the first call came through may call again. */
@WholeTest
class IdempotencyTests {

    @Autowired
    Kefu kefu;

    @Test
    void givesTheSameCaseForTheSameKey() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));

        var first = start("agent", "a-" + order.number(), order.returning(1, 1));
        var second = start("agent", "a-" + order.number(), order.returning(1, 1));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(order.line(1).get("openQuantity").asInt()).isEqualTo(1);
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));

        var one = start("agent", "b-" + order.number(), order.returning(1, 1));
        var other = start("consultant", "b-" + order.number(), order.returning(1, 1));

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.body()).isNotEqualTo(one.body());
    }

    @Test
    void takesAKeyAgainWhoseStartWasRefused() {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));

        var refused = start("agent", "c-" + order.number(), order.returning(1, 2));
        var corrected = start("agent", "c-" + order.number(), order.returning(1, 1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(corrected.status()).isEqualTo(201);
    }

    @Test
    void refusesAKeyForAnotherProcess() {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));
        start("agent", "d-" + order.number(), order.returning(1, 1));

        var other = kefu.as("agent").with("Idempotency-Key", "d-" + order.number()).post("/api/cases/refund", "{}");
        var far = kefu.as("agent").with("Idempotency-Key", "e").post("/api/cases/" + "x".repeat(100), "{}");

        assertThat(other.status()).isIn(404, 409);
        assertThat(far.status()).isEqualTo(404);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));

        assertThat(start("agent", "x".repeat(256), order.returning(1, 1)).status()).isIn(400, 422);
        assertThat(order.json().get("cases")).isEmpty();
    }

    private Answer start(String user, String key, Map<String, ?> request) {
        return kefu.as(user).with("Idempotency-Key", key).post(Kefu.START, Json.of(request));
    }
}

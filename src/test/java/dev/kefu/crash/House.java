package dev.kefu.crash;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import dev.kefu.whole.Json;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All nodes together, as people see them behind a proxy: whoever answers is Kefu. */
final class House {

    static final String ADMINISTRATOR = "chief";
    static final String PASSWORD = "Correct-Horse-7-Battery";

    private final List<Node> nodes;
    private final Tally tally;

    House(List<Node> nodes, Tally tally) {
        this.nodes = nodes;
        this.tally = tally;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Makes the people's accounts as an administrator does on a fresh system. */
    void hire() {
        Staff.PEOPLE.forEach((person, group) -> {
            require(call(ADMINISTRATOR, caller -> caller.post("/engine-rest/user/create", Json.of(Map.of(
                    "profile", Map.of("id", person, "firstName", person, "lastName", "Li", "email", ""),
                    "credentials", Map.of("password", PASSWORD))))));
            require(call(ADMINISTRATOR,
                    caller -> caller.put("/engine-rest/group/" + group + "/members/" + person, "{}")));
        });
    }

    /** @return empty if no node answers, or if the one that was asked is gone before it answered: nobody knows what it did */
    Optional<Answer> call(String person, Function<Caller, Answer> request) {
        var order = new ArrayList<>(nodes);
        Collections.shuffle(order);
        for (var node : order) {
            if (!node.answers()) {
                continue;
            }
            try {
                var answer = request.apply(Caller.withPassword(node.port(), person, PASSWORD));
                tally.count("HTTP " + answer.status());
                return Optional.of(answer);
            } catch (IllegalStateException failed) {
                if (Stream.iterate((Throwable) failed, each -> each != null, Throwable::getCause)
                        .noneMatch(ConnectException.class::isInstance)) {
                    tally.count("broken off");
                    return Optional.empty();
                }
            }
        }
        tally.count("nobody there");
        return Optional.empty();
    }

    private static void require(Optional<Answer> answer) {
        if (answer.isEmpty() || answer.get().status() >= 300) {
            throw new IllegalStateException("No account was made: " + answer);
        }
    }
}

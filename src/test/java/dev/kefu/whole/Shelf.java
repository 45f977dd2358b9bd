package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller.Answer;
import java.util.concurrent.atomic.AtomicInteger;

/** An article in the warehouse, as its keepers tell it and everybody reads it. */
final class Shelf {

    private static final AtomicInteger ARTICLES = new AtomicInteger();

    private final Kefu kefu;
    private final String sku = "SHELF-" + ARTICLES.incrementAndGet();

    private Shelf(Kefu kefu) {
        this.kefu = kefu;
    }

    /** A new article of which the warehouse has so many. */
    static Shelf with(Kefu kefu, int onHand, String price) {
        var shelf = new Shelf(kefu);
        shelf.counted(onHand, price);
        return shelf;
    }

    /** A new article of which nobody knows the price. */
    static Shelf withoutPrice(Kefu kefu, int onHand) {
        var shelf = new Shelf(kefu);
        requireOk(kefu.as("warehouse").put(shelf.path(), "{\"onHand\": " + onHand + "}"));
        return shelf;
    }

    String sku() {
        return sku;
    }

    void arrive(int quantity) {
        requireOk(kefu.as("warehouse").post(path() + "/arrivals", "{\"quantity\": " + quantity + "}"));
    }

    /** {@code onHand/reserved/available} */
    String state() {
        var level = json();
        return level.get("onHand").asInt() + "/" + level.get("reserved").asInt() + "/" + level.get("available").asInt();
    }

    private void counted(int onHand, String price) {
        requireOk(kefu.as("warehouse").put(path(), "{\"onHand\": " + onHand + ", \"price\": \"" + price + "\"}"));
    }

    private JsonNode json() {
        return requireOk(kefu.as("agent").get(path())).json();
    }

    private String path() {
        return "/api/stock/" + sku;
    }

    private static Answer requireOk(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return answer;
    }
}

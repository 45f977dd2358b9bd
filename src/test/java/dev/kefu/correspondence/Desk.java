package dev.kefu.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.shared.CaseNumber;
import dev.kefu.whole.Kefu;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases of customers who are written to, each with a customer of its own. */
@TestComponent
class Desk {

    static final Map<String, String> APPROVAL = Map.of("rma", "RMA-7", "returnAddress", "浙江省杭州市文三路 9 号\n退货组",
            "deadline", "2026-12-02", "goods", "2 × 保温杯");

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kefu kefu;
    private final Letters letters;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    Desk(Kefu kefu, Letters letters, TransactionTemplate transaction, JdbcTemplate jdbc) {
        this.kefu = kefu;
        this.letters = letters;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** @param more what the shop tells of the customer beside the number and the name */
    Matter matterOf(Map<String, String> more) {
        var customer = new LinkedHashMap<String, Object>(Map.of("id", "C-L" + CUSTOMERS.incrementAndGet(), "name", "司徒雪莹"));
        customer.putAll(more);
        var order = kefu.sells(kefu.sale().line(2, "59.00").with("customer", customer));
        return new Matter(customer.get("id").toString(), order, kefu.opens("agent", order.returning(1, 1)));
    }

    Matter matter() {
        return matterOf(Map.of("email", "xueying" + CUSTOMERS.get() + "@letters.example"));
    }

    static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A customer with an order and a case about it. */
    final class Matter {

        final String customerId;
        final Kefu.Order order;
        final Kefu.Case goods;

        private Matter(String customerId, Kefu.Order order, Kefu.Case goods) {
            this.customerId = customerId;
            this.order = order;
            this.goods = goods;
            // That the request has come was written to the customer too; what is looked at here is what follows
            jdbc.update("update letter set status = 'SENT', due_at = null where case_number = ? and status = 'WAITING'",
                    goods.number());
        }

        Matter written(String template, Map<String, String> facts) {
            transaction.executeWithoutResult(status -> letters.write(CaseNumber.of(goods.number()), template, facts));
            return this;
        }

        Matter approved() {
            return written("return-approved", APPROVAL);
        }

        /** The newest letter of this template, as the case shows it. */
        JsonNode letter(String template) {
            JsonNode found = null;
            for (var each : goods.json().get("letters")) {
                if (each.get("template").asText().equals(template)) {
                    found = each;
                }
            }
            assertThat(found).as("a letter " + template).isNotNull();
            return found;
        }

        JsonNode approval() {
            return letter("return-approved");
        }

        /** With its words, as this person reads it. */
        JsonNode whole(String user) {
            return kefu.as(user).get("/api/letters/" + approval().get("id").asText()).json();
        }

        /** The texts of the timeline by what happened, but for what the request's own letter left there. */
        Map<String, String> timeline() {
            var texts = new HashMap<String, String>();
            for (var each : goods.json().get("timeline")) {
                if (!each.get("text").asText("").startsWith("return-received")) {
                    texts.merge(each.get("what").asText(), each.get("text").asText(""), (one, other) -> one + "\n" + other);
                }
            }
            return texts;
        }
    }
}

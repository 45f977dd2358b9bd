package dev.kefu.refunds.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kefu.refunds.PaymentAnswer;
import dev.kefu.refunds.PaymentAnswer.Paid;
import dev.kefu.refunds.PaymentAnswer.Pending;
import dev.kefu.refunds.PaymentAnswer.Refused;
import dev.kefu.refunds.PaymentAnswer.Unclear;
import dev.kefu.shared.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * Makes sense of what a payment service answers: {@code {status: PAID | PENDING | REFUSED, reference?, amount?, currency?,
 * reason?}}. Generous with letters and further fields, strict with meaning: what says neither is unclear, and is asked
 * again.
 */
class AnswerReader {

    private static final int LONGEST_REFERENCE = 255;
    private static final int LONGEST_REASON = 400;
    private static final int LONGEST_AMOUNT = 100;
    /** These refuse without saying so. */
    private static final Set<Integer> REFUSING = Set.of(402, 422);
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    PaymentAnswer read(int status, String body) {
        if (status < 200 || status >= 300 && status < 400 || status >= 500 || status == TOO_MANY) {
            return new Unclear("The payment service answered " + status + ".");
        }
        var json = json(body);
        var said = json == null ? "" : field(json, "status").asText("").strip().toUpperCase(Locale.ROOT);
        return switch (said) {
            case "PAID" -> status < 300 || status == CONFLICT ? paid(json) : unclear(status);
            case "PENDING" -> status < 300 || status == CONFLICT ? new Pending() : unclear(status);
            case "REFUSED", "FAILED" -> new Refused(reason(status, json));
            default -> unsaid(status, body, json);
        };
    }

    private static PaymentAnswer unsaid(int status, String body, @Nullable JsonNode json) {
        if (status == ACCEPTED && body.isBlank() || status == CONFLICT) {
            return new Pending();
        }
        return REFUSING.contains(status) ? new Refused(reason(status, json)) : unclear(status);
    }

    private static PaymentAnswer unclear(int status) {
        return new Unclear("What the payment service answered (" + status + ") says neither yes nor no.");
    }

    private static PaymentAnswer paid(JsonNode json) {
        return new Paid(text(json, "reference", LONGEST_REFERENCE), text(json, "amount", LONGEST_AMOUNT),
                text(json, "currency", LONGEST_AMOUNT));
    }

    private static String reason(int status, @Nullable JsonNode json) {
        var reason = json == null ? null : text(json, "reason", LONGEST_REASON);
        return reason == null ? "It answered " + status + " and gave no reason." : reason;
    }

    /** What can be shown of it; null if it isn't there. */
    @Nullable
    private static String text(JsonNode json, String field, int longest) {
        var node = field(json, field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        var raw = node.isValueNode() ? node.asText() : node.toString();
        return Text.isBlank(raw) ? null : Text.shortened(Text.visiblePart(raw), longest);
    }

    /** The field of this name, or one that only has other letters of its case. */
    private static JsonNode field(JsonNode json, String name) {
        return json.has(name) ? json.path(name) : json.properties().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst()
                .orElse(MissingNode.getInstance());
    }

    @Nullable
    private static JsonNode json(String body) {
        try {
            var json = JSON.readTree(body);
            return json != null && json.isObject() ? json : null;
        } catch (JsonProcessingException garbage) {
            return null;
        }
    }
}

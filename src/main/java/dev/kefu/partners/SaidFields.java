package dev.kefu.partners;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kefu.shared.Text;
import java.util.Locale;
import java.util.Map;
import org.springframework.lang.Nullable;

/** The fields of an answer, read generously: with letters of either case, and whatever else stands beside them. */
public final class SaidFields {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode json;

    private SaidFields(JsonNode json) {
        this.json = json;
    }

    /** Of a text that may be anything; without any fields if it is no JSON object. */
    public static SaidFields in(String body) {
        try {
            var read = JSON.readTree(body);
            return new SaidFields(read instanceof ObjectNode ? read : MissingNode.getInstance());
        } catch (JsonProcessingException garbage) {
            return new SaidFields(MissingNode.getInstance());
        }
    }

    /** In capitals; empty if it isn't there. */
    public String code(String field) {
        return field(field).asText("").strip().toUpperCase(Locale.ROOT);
    }

    /** What can be shown of it; null if it isn't there. */
    @Nullable
    public String text(String field, int longest) {
        var node = field(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        var raw = node.isValueNode() ? node.asText() : node.toString();
        return Text.isBlank(raw) ? null : Text.shortened(Text.visiblePart(raw), longest);
    }

    /** The field of this name, or one that only has other letters of its case. */
    private JsonNode field(String name) {
        return json.has(name) ? json.path(name) : json.properties().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst()
                .orElse(MissingNode.getInstance());
    }
}

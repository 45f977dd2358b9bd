package dev.kefu.cases.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kefu.cases.CaseLetter;
import dev.kefu.language.HouseWords;
import dev.kefu.shared.Language;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the house itself says in a case file, in the reader's language. Notes and reasons that people wrote are theirs. */
@Component
class HouseFacts {

    /** In these fields of the facts, whatever the kind of the case, nobody but the house writes. */
    private static final Set<String> SAID_BY_HOUSE = Set.of("why", "difference", "explanation");

    private final HouseWords words;
    private final ObjectMapper json;

    HouseFacts(HouseWords words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    Object read(Object facts) {
        return words.language() == Language.EN ? facts : read((JsonNode) json.valueToTree(facts));
    }

    List<CaseLetter> read(List<CaseLetter> letters) {
        return letters.stream().map(each -> each.failing(words.readIfSaid(each.failure()))).toList();
    }

    private JsonNode read(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fields().forEachRemaining(field -> {
                if (SAID_BY_HOUSE.contains(field.getKey()) && field.getValue().isTextual()) {
                    field.setValue(object.textNode(words.read(field.getValue().textValue())));
                }
            });
        }
        node.forEach(this::read);
        return node;
    }
}

package dev.kefu.workflow.words;

import dev.kefu.shared.Language;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The second labels that models bring, by definition. A definition never changes, so each is read once. */
public class OwnLabels {

    private static final Logger LOG = LoggerFactory.getLogger(OwnLabels.class);
    private static final int MOST = 1000;

    private final Function<String, String> xmlOf;
    private final Map<String, Map<String, Map<String, String>>> known = new ConcurrentHashMap<>();

    /** @param xmlOf gives the model of a definition by its id */
    public OwnLabels(Function<String, String> xmlOf) {
        this.xmlOf = xmlOf;
    }

    /** Of elements of processes; the process itself is an element of its own. */
    public Wording.Elements in(Language language) {
        return (definition, element) -> of(definition).getOrDefault(element, Map.of()).get(language.code());
    }

    private Map<String, Map<String, String>> of(String definition) {
        var labels = known.get(definition);
        if (labels == null) {
            labels = read(definition);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(definition, labels);
        }
        return labels;
    }

    /** A model that can't be read has no second labels; its own are shown. */
    private Map<String, Map<String, String>> read(String definition) {
        try {
            return ModelWords.ownLabels(xmlOf.apply(definition));
        } catch (RuntimeException unreadable) {
            LOG.debug("The labels of {} can't be read", definition, unreadable);
            return Map.of();
        }
    }
}

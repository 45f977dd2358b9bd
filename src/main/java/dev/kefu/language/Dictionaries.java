package dev.kefu.language;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kefu.shared.StartRefused;
import dev.kefu.shared.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads what stands in {@code words/}: in each file, English sentences and what they are in Chinese. */
final class Dictionaries {

    static final String FILES = "classpath*:words/*.zh.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST_SHOWN = 80;

    private final Map<String, String> chinese = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();

    /** @throws StartRefused naming the file and the entry, if one can't be used */
    static Map<String, String> read() {
        var dictionaries = new Dictionaries();
        try {
            Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .forEach(dictionaries::add);
        } catch (IOException unreadable) {
            throw refused("words", "can't be listed: " + unreadable.getMessage());
        }
        return dictionaries.chinese;
    }

    static Map<String, String> read(Resource... files) {
        var dictionaries = new Dictionaries();
        Arrays.stream(files).forEach(dictionaries::add);
        return dictionaries.chinese;
    }

    private void add(Resource file) {
        var name = String.valueOf(file.getFilename());
        JsonNode entries;
        try (var stream = file.getInputStream()) {
            entries = JSON.readTree(stream);
        } catch (JsonProcessingException noJson) {
            var where = noJson.getLocation();
            throw refused(name, "is no JSON" + (where == null ? "" : " in line " + where.getLineNr()) + ": "
                    + Text.shortened(noJson.getOriginalMessage(), LONGEST_SHOWN));
        } catch (IOException unreadable) {
            throw refused(name, "can't be read: " + unreadable.getMessage());
        }
        if (!entries.isObject()) {
            throw refused(name, "is no JSON object of English and Chinese.");
        }
        entries.fields().forEachRemaining(entry -> add(name, entry.getKey(), entry.getValue()));
    }

    private void add(String file, String english, JsonNode said) {
        var entry = "has an entry that can't be used, '" + Text.shortened(english, LONGEST_SHOWN) + "': ";
        if (!said.isTextual() || said.asText().isBlank() || english.isBlank()) {
            throw refused(file, entry + "English and Chinese are both needed, as text.");
        }
        try {
            if (Phrase.hasPlaces(english) || Phrase.hasPlaces(said.asText())) {
                Phrase.of(english, said.asText());
            }
        } catch (IllegalArgumentException unfit) {
            throw refused(file, entry + unfit.getMessage());
        }
        var before = chinese.putIfAbsent(english, said.asText());
        if (before != null && !before.equals(said.asText())) {
            throw refused(file, entry + "It stands with other Chinese in " + origins.get(english) + ".");
        }
        origins.putIfAbsent(english, file);
    }

    private static StartRefused refused(String file, String fault) {
        return new StartRefused("The dictionary " + file + " " + fault,
                "Correct it in the folder words/, where each entry is \"English\": \"Chinese\" with the same {places}.");
    }
}

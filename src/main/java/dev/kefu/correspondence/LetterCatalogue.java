package dev.kefu.correspondence;

import dev.kefu.shared.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** All letters that the department writes, and the texts that came with the application. */
@Component
class LetterCatalogue {

    private static final String SUBJECT = "Subject:";

    private final Map<String, LetterKind> kinds = new LinkedHashMap<>();
    private final Map<String, Map<Language, TemplateText>> shipped = new LinkedHashMap<>();

    LetterCatalogue(List<LetterKinds> modules) {
        modules.stream().flatMap(each -> each.kinds().stream()).forEach(kind -> {
            if (kinds.put(kind.id(), kind) != null) {
                throw new IllegalStateException("Two letters are called " + kind.id());
            }
            var texts = new EnumMap<Language, TemplateText>(Language.class);
            for (var language : Language.values()) {
                texts.put(language, shippedText(kind, language));
            }
            shipped.put(kind.id(), texts);
        });
    }

    List<LetterKind> kinds() {
        return List.copyOf(kinds.values());
    }

    Optional<LetterKind> find(String id) {
        return Optional.ofNullable(kinds.get(id));
    }

    TemplateText shipped(LetterKind kind, Language language) {
        return shipped.get(kind.id()).get(language);
    }

    /** A text of ours passes the same check as a supervisor's, or nothing starts. */
    private static TemplateText shippedText(LetterKind kind, Language language) {
        var path = "letters/%s/%s.%s.txt".formatted(kind.module(), kind.id(), language.code());
        try {
            var file = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
            var end = file.indexOf('\n');
            if (!file.startsWith(SUBJECT) || end < 0) {
                throw new IllegalStateException(path + " does not begin with a subject");
            }
            var text = TemplateText.typed(file.substring(SUBJECT.length(), end), file.substring(end));
            TemplateCheck.require(kind, text);
            return text;
        } catch (IOException missing) {
            throw new IllegalStateException("There is no text " + path, missing);
        } catch (RuntimeException wrong) {
            throw new IllegalStateException(path + ": " + wrong.getMessage(), wrong);
        }
    }
}

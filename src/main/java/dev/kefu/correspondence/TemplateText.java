package dev.kefu.correspondence;

import dev.kefu.shared.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/**
 * The words of a letter with places for its facts.
 *
 * @param subject one line
 * @param body    plain text, its lines ended by a line feed
 */
public record TemplateText(String subject, String body) {

    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_FILLED_SUBJECT = 250;
    private static final int LONGEST_FILLED_BODY = 30_000;

    /** As somebody typed it; what is missing is empty. */
    static TemplateText typed(@Nullable String subject, @Nullable String body) {
        var lines = Objects.requireNonNullElse(body, "").replace("\r\n", "\n").replace('\r', '\n');
        return new TemplateText(Objects.requireNonNullElse(subject, "").strip(), lines.strip() + "\n");
    }

    /**
     * With all facts in it.
     *
     * @throws LetterText.Unreadable if it is none that could be saved today
     */
    TemplateText filled(LetterKind kind, Map<String, String> facts) throws LetterText.Unreadable {
        var subjectLine = LetterText.read(subject);
        var text = LetterText.read(body);
        var unknown = Stream.of(subjectLine, text).map(LetterText::names).flatMap(Set::stream)
                .filter(name -> kind.fact(name).isEmpty()).findFirst();
        if (unknown.isPresent()) {
            throw new LetterText.Unreadable("{{" + unknown.get() + "}} is nothing that this letter can say.");
        }
        return new TemplateText(oneLine(subjectLine.filled(facts)), paragraphs(text.filled(facts)));
    }

    /** The facts that the letter needs and that are not told. */
    static List<String> lacking(LetterKind kind, Map<String, String> facts) {
        return kind.facts().stream().filter(LetterFact::isNeeded).map(LetterFact::name)
                .filter(name -> facts.getOrDefault(name, "").isBlank()).toList();
    }

    /** A subject is a header: whatever a fact says, it never becomes two. */
    private static String oneLine(String filled) {
        return Text.shortened(filled.replaceAll("[\\s\\p{Z}]+", " ").strip(), LONGEST_FILLED_SUBJECT);
    }

    /** Facts that are missing leave no holes. */
    private static String paragraphs(String filled) {
        var text = filled.replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
        return Text.shortened(text, LONGEST_FILLED_BODY) + "\n";
    }
}

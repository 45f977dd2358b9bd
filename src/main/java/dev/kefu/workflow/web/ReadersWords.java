package dev.kefu.workflow.web;

import dev.kefu.language.HouseWords;
import dev.kefu.shared.RuleViolation.Violation;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Says a refusal in the language of whoever reads it, and in the answer's headers that it does. */
@Component
class ReadersWords {

    private final HouseWords words;

    ReadersWords(HouseWords words) {
        this.words = words;
    }

    String language() {
        return words.language().code();
    }

    String read(String english) {
        return words.read(english);
    }

    List<Violation> read(List<Violation> violations) {
        return violations.stream()
                .map(each -> new Violation(each.field(), each.rule(), words.read(each.message()))).toList();
    }

    /** What is wrong as a whole; where it says one violation after the other, so does the translation. */
    @Nullable
    String read(@Nullable String english, List<Violation> violations) {
        var isAll = violations.stream().map(Violation::message).collect(Collectors.joining(" ")).equals(english);
        if (!isAll) {
            return words.readIfSaid(english);
        }
        var said = new StringBuilder();
        read(violations).forEach(each -> said.append(said.isEmpty() || said.charAt(said.length() - 1) > 0xff ? "" : " ")
                .append(each.message()));
        return said.toString();
    }

    /** @param headers takes a name and a value */
    void tell(BiConsumer<String, String> headers) {
        headers.accept(HttpHeaders.CONTENT_LANGUAGE, language());
        headers.accept(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}

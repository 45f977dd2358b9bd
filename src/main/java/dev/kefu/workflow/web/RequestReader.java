package dev.kefu.workflow.web;

import dev.kefu.language.ReaderLanguage;
import dev.kefu.shared.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.lang.Nullable;

/** Who reads the answer to a request, as far as it has shown by now. */
record RequestReader(HttpServletRequest request) implements ReaderLanguage.Reader {

    private static final String PERSON = RequestReader.class.getName() + ".person";

    /** To be called by whoever finds out who is logged in. */
    static void is(HttpServletRequest request, String person) {
        request.setAttribute(PERSON, person);
    }

    @Override
    public Optional<String> person() {
        return Optional.ofNullable((String) request.getAttribute(PERSON));
    }

    @Override
    @Nullable
    public String acceptLanguage() {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    }

    @Override
    public Optional<Language> remembered() {
        return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(each -> each.getName().equals(LanguageCookie.NAME))
                .findFirst().flatMap(each -> Language.of(each.getValue()));
    }
}

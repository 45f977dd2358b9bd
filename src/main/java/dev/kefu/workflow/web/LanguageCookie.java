package dev.kefu.workflow.web;

import dev.kefu.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What the scripts of the web applications and pages know of the chosen language before they have asked for anything. It
 * says nothing about the person, and decides nothing here.
 */
@Component
class LanguageCookie {

    static final String NAME = "kefu-language";

    private static final Duration KEPT = Duration.ofDays(365);

    private final boolean isSecure;

    LanguageCookie(Environment environment) {
        this.isSecure = environment.acceptsProfiles(Profiles.of("prod"));
    }

    /** Sets it, or takes it away if nothing is chosen; nothing, if the browser knows it already. */
    void tell(HttpServletRequest request, HttpServletResponse response, Optional<Language> chosen) {
        if (!new RequestReader(request).remembered().equals(chosen)) {
            response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie
                    .from(NAME, chosen.map(Language::code).orElse("")).path("/").sameSite("Lax").secure(isSecure)
                    .maxAge(chosen.isPresent() ? KEPT : Duration.ZERO).build().toString());
        }
    }
}

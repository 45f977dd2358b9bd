package dev.kefu.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The languages that the department speaks: to its customers, and what its own people read. */
public enum Language {

    ZH("zh"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** As it is written in JSON, in settings and in addresses: ISO 639. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The language with this code, empty if it is none of ours. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    @Override
    public String toString() {
        return code;
    }
}

package dev.kefu.shared;

import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * A customer who wants to be forgotten.
 *
 * @param words  all names, numbers and addresses that any module knew, to be removed wherever else they stand
 * @param reason why, in words that don't tell who the customer is
 */
public record Erasure(String customerId, Set<String> words, String reason) {

    /** The text without what tells who the customer is; null stays null. */
    @Nullable
    public String cleared(@Nullable String text) {
        return text == null ? null : Masked.without(text, words);
    }
}

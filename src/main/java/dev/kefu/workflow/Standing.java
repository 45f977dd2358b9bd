package dev.kefu.workflow;

import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * How somebody stands with the house at a moment.
 *
 * @param passwordMark what changes when the account's password does, as {@link Accounts#passwordMark}
 * @param email        as an administrator typed it; null if nobody did
 */
public record Standing(String person, String passwordMark, @Nullable String email, Set<String> groups) {
}

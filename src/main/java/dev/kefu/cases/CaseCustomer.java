package dev.kefu.cases;

import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * The customer of a case, as somebody may see them (CUS-4).
 *
 * @param knownSince when their first known order was paid
 */
public record CaseCustomer(String id, String name, @Nullable String phone, @Nullable String email,
        OffsetDateTime knownSince) {
}

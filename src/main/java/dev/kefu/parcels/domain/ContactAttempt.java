package dev.kefu.parcels.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One try to learn what the customer wants. */
@Embeddable
class ContactAttempt {

    private Instant triedAt;
    private String triedBy;
    @Enumerated(EnumType.STRING)
    private CustomerAnswer answer;

    protected ContactAttempt() {
    }

    static ContactAttempt made(CustomerAnswer answer, String by, Instant at) {
        var attempt = new ContactAttempt();
        attempt.answer = answer;
        attempt.triedBy = by;
        attempt.triedAt = at;
        return attempt;
    }

    Instant triedAt() {
        return triedAt;
    }

    String triedBy() {
        return triedBy;
    }

    CustomerAnswer answer() {
        return answer;
    }
}

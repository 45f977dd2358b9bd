package dev.kefu.stockouts.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.springframework.lang.Nullable;

/** What the customer said once; the last one counts, all are kept (STK-6). */
@Embeddable
class CustomerReply {

    @Enumerated(EnumType.STRING)
    private Answer answer;
    private String substituteSku;
    private String notedBy;
    private Instant repliedAt;

    protected CustomerReply() {
    }

    static CustomerReply noted(Answer answer, @Nullable String substituteSku, String by, Instant at) {
        var reply = new CustomerReply();
        reply.answer = answer;
        reply.substituteSku = substituteSku;
        reply.notedBy = by;
        reply.repliedAt = at;
        return reply;
    }

    Answer answer() {
        return answer;
    }

    @Nullable
    String substituteSku() {
        return substituteSku;
    }

    String notedBy() {
        return notedBy;
    }

    Instant repliedAt() {
        return repliedAt;
    }
}

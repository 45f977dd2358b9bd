package dev.kefu.customers;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody asked for a customer's data, or for its erasure. Written once, never changed; holds none of the data. */
@Entity
@Table(name = "privacy_request")
class PrivacyRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "privacyRequest")
    @SequenceGenerator(name = "privacyRequest", sequenceName = "privacy_request_sequence", allocationSize = 1)
    private Long id;
    @Enumerated(EnumType.STRING)
    private PrivacyRequestKind kind;
    private String customerId;
    private String requestedBy;
    private Instant requestedAt;
    private String reason;

    protected PrivacyRequest() {
    }

    static PrivacyRequest made(PrivacyRequestKind kind, String customerId, String by, String reason, Instant at) {
        var request = new PrivacyRequest();
        request.kind = kind;
        request.customerId = customerId;
        request.requestedBy = by;
        request.requestedAt = at;
        request.reason = reason;
        return request;
    }

    PrivacyRequestKind kind() {
        return kind;
    }

    String customerId() {
        return customerId;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    String reason() {
        return reason;
    }
}

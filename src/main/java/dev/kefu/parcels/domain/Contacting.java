package dev.kefu.parcels.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/** How the customer is reached, and until when their answer is waited for (PAR-4). */
@Embeddable
class Contacting {

    private Instant nextTryAt;
    private int silentTries;
    private Instant holdUntil;
    @Enumerated(EnumType.STRING)
    private HoldAction holdAction;
    private boolean holdOver;
    @ElementCollection
    @CollectionTable(name = "parcel_case_contact", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<ContactAttempt> attempts = new ArrayList<>();

    protected Contacting() {
    }

    void made(CustomerAnswer answer, String by, Instant at, @Nullable Instant nextTry) {
        attempts.add(ContactAttempt.made(answer, by, at));
        silentTries = answer == CustomerAnswer.NO_ANSWER ? silentTries + 1 : 0;
        nextTryAt = nextTry;
    }

    /** Somebody else decides now; what comes after that begins anew. */
    void beginAnew() {
        silentTries = 0;
        nextTryAt = null;
    }

    /** Once the time was up, there is no default action any more: a supervisor decides from then on. */
    void hold(Instant until, HoldAction action) {
        holdUntil = until;
        holdAction = holdOver ? HoldAction.DECIDE : action;
    }

    /** @return what is done now; empty if that was done before */
    Optional<HoldAction> timeIsUp() {
        if (holdUntil == null) {
            return Optional.empty();
        }
        var action = holdAction;
        holdUntil = null;
        holdOver = true;
        beginAnew();
        return Optional.of(action);
    }

    void noLongerHeld() {
        holdUntil = null;
    }

    int silentTries() {
        return silentTries;
    }

    @Nullable
    Instant nextTryAt() {
        return nextTryAt;
    }

    @Nullable
    Instant holdUntil() {
        return holdUntil;
    }

    @Nullable
    HoldAction holdAction() {
        return holdAction;
    }

    List<ContactAttempt> attempts() {
        return attempts;
    }
}

package dev.kefu.workflow;

import java.util.Optional;

/** What the call that is at work says about why it is made. */
@FunctionalInterface
public interface StatedReason {

    /** The words as they were sent, empty if the call says none, or no call is at work. */
    Optional<String> ofThisCall();
}

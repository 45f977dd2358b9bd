package dev.kefu.workflow.login;

import java.util.Optional;

/** Where the call comes from that runs now; empty if the house itself acts. */
@FunctionalInterface
public interface CallerAddress {

    Optional<String> now();
}

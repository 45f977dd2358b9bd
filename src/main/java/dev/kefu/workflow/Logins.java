package dev.kefu.workflow;

/** Logins that are looked at again after their request was let in. */
@FunctionalInterface
public interface Logins {

    /** The login of the request that is being answered. */
    HeldLogin hold();
}

package dev.kefu.workflow;

import jakarta.servlet.http.HttpServletRequest;

/** Logins that are looked at again after their request was let in. */
@FunctionalInterface
public interface Logins {

    /** The login of a request that was let in. */
    HeldLogin hold(HttpServletRequest request);
}

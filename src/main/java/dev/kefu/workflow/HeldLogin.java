package dev.kefu.workflow;

import org.springframework.lang.Nullable;

/** The login with which a long answer began. What is told while it lasts must end with it. */
public interface HeldLogin {

    String person();

    /**
     * Whether it has ended: logged out, expired, another password, no such account any more.
     *
     * @param now how the person stands now, null if there is no such account
     */
    boolean isOver(@Nullable Standing now);
}

package dev.kefu.notices;

import dev.kefu.shared.Language;
import dev.kefu.workflow.HeldLogin;
import java.util.List;

/** A page that listens for what is new. Whoever tells it something never waits for it. */
public interface NoticeListener {

    HeldLogin login();

    Language language();

    /**
     * How things are now; it replaces what was told before and perhaps not heard yet.
     *
     * @param news the numbers of those notices that the page can't know yet
     */
    void tell(Notices.Page now, List<Long> news);

    /** The house is still there. */
    void beat();

    /** Nothing more is told. */
    void end(Ending why);

    /** Whether nobody listens any more. */
    boolean isGone();

    /** Why it ends. */
    enum Ending {

        /** The login has ended, or the person has left the department. */
        LOGIN,
        /** The person has opened more pages than may listen. */
        REPLACED,
        /** The house closes; another node may be there. */
        CLOSING
    }
}

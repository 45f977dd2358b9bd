package dev.kefu.mail;

import java.time.Duration;
import java.util.List;

/** What is to be sent and what became of it. Each method is one short transaction, and none of them knows the mail server. */
public interface MailBook {

    /** As many as are sent over one connection. */
    int BATCH = 20;

    /** After so long somebody else may think that whoever took a mail is gone. */
    Duration HOLD = Duration.ofMinutes(15);

    /** There is a server: what waited only for one is due now. */
    void wake();

    /** There is no server: what is due doesn't wait for it. A node that has one takes it up again in its next round. */
    void park();

    /** Takes mails that are due, {@link #BATCH} at most; nobody else gets them meanwhile. */
    List<OutgoingMail> take();

    /** The server has it; nothing happens if somebody else took it meanwhile. */
    void sent(OutgoingMail mail);

    /** Nobody tried to send these; they are due as before. */
    void putBack(List<OutgoingMail> taken);

    /** The server does not have them, for this reason; they are tried again later, or never. */
    void failed(List<OutgoingMail> taken, SendingFailure failure);
}

package dev.kefu.correspondence;

/** What has become of a letter. */
public enum LetterStatus {

    /** To be sent, or to be tried again. */
    WAITING,
    /** Written while no mail server was configured; sent if one is configured before the letter is too old. */
    NO_SERVER,
    /** The mail server has taken it. */
    SENT,
    /** Tried as often as it is tried; somebody may have it tried again. */
    FAILED,
    /** There is no address to which it could go, or the customer was erased. */
    NOT_SENDABLE
}

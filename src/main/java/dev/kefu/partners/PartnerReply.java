package dev.kefu.partners;

/** What came of a call to a service outside. */
public sealed interface PartnerReply {

    /** It said something; what that means is another question. */
    record Answered(int status, String body) implements PartnerReply {
    }

    /** Nothing that can be used. */
    record Failed(Failure how, String name) implements PartnerReply {
    }

    /** How a call came to nothing. */
    enum Failure {
        /** There was no connection: the service has heard nothing of it. */
        UNREACHED,
        /** It may have heard all of it, and did not answer in time. */
        LATE,
        /** It may have heard all of it, and Kefu was stopped meanwhile. */
        STOPPED,
        /** It may have heard all of it, and the connection broke. */
        BROKEN
    }
}

package dev.kefu.workflow;

import java.util.Set;

/**
 * Something that can happen to a running case and that people or other systems report.
 *
 * @param name    the message's name in the model, such as {@code return-parcel-arrived}
 * @param senders the groups whose members may report it; none if only the house itself does
 * @param fields  what they say with it
 */
public record CaseMessage(String name, Set<String> senders, Submission fields) {

    public CaseMessage {
        senders = Set.copyOf(senders);
    }
}

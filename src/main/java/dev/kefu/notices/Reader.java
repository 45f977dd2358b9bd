package dev.kefu.notices;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * How far somebody has read, and how they want to be told.
 *
 * @param readUntil     the newest notice that they said they have read, 0 if none
 * @param mailedUntil   the newest notice that they were mailed
 * @param mailAttempts  how often the mail that waits was tried
 * @param mailingUntil  the newest notice of the mail that is just being sent
 * @param mailFailure   why the last mail was not taken, null if it was
 * @param on            the channels that are on for each kind
 */
record Reader(String person, long readUntil, long mailedUntil, int mailAttempts, @Nullable Long mailingUntil,
        @Nullable String mailFailure, @Nullable Instant mailedAt, Map<NoticeKind, Set<Channel>> on) {

    /** Somebody about whom nothing is stored. */
    static Reader unknown(String person) {
        return new Reader(person, 0, 0, 0, null, null, null, atFirst());
    }

    static Map<NoticeKind, Set<Channel>> atFirst() {
        var on = new EnumMap<NoticeKind, Set<Channel>>(NoticeKind.class);
        for (var kind : NoticeKind.values()) {
            var channels = EnumSet.noneOf(Channel.class);
            for (var channel : Channel.values()) {
                if (channel.isOnAtFirst()) {
                    channels.add(channel);
                }
            }
            on.put(kind, channels);
        }
        return on;
    }

    boolean wants(NoticeKind kind, Channel channel) {
        return on.get(kind).contains(channel);
    }

    boolean wantsMail() {
        return on.values().stream().anyMatch(channels -> channels.contains(Channel.MAIL));
    }
}

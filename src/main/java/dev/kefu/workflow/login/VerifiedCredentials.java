package dev.kefu.workflow.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which credentials were right not long ago, so that a caller with Basic is not hashed at every call. No password is
 * kept: only a keyed digest, whose key is made at the start and never leaves the process. The stored hash is part of it,
 * so another password, set on whichever node, or a deleted account counts at the next call.
 */
class VerifiedCredentials {

    static final int MOST = 20_000;

    private final Map<String, Long> verifiedAt = new Bounded<>(MOST);
    private final SecretKeySpec key;
    private final long freshFor;
    private final LongSupplier nanos;

    VerifiedCredentials(Duration freshFor, LongSupplier nanos) {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
        this.freshFor = freshFor.toNanos();
        this.nanos = nanos;
    }

    /** What stands for these credentials here: it says nothing about them to anybody without the key. */
    String fingerprint(String account, String storedHash, String address, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (var part : new String[] {account, storedHash, address, password}) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    synchronized void remember(String fingerprint) {
        verifiedAt.put(fingerprint, nanos.getAsLong());
    }

    /** Whether they were found right so short a time ago that nobody needs to look again. */
    synchronized boolean areFresh(String fingerprint) {
        var at = verifiedAt.get(fingerprint);
        return at != null && nanos.getAsLong() - at < freshFor;
    }

    /** Whether they have been right at any time since the start, as far back as memory goes. */
    synchronized boolean areKnown(String fingerprint) {
        return verifiedAt.containsKey(fingerprint);
    }
}

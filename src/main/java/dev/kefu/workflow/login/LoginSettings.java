package dev.kefu.workflow.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords are kept and how often a wrong one may be tried: {@code kefu.login.*}.
 *
 * @param bcryptStrength  the hash takes two to this power of rounds
 * @param wrongPasswords  as many wrong ones for one account from one address lock the two to each other
 * @param wrongPerAddress as many from one address, over all accounts, shut it out where nobody has logged in from it
 * @param wrongPerAccount as many for one account, over all addresses, slow down addresses that it was never used from
 * @param window          after so long without a wrong one the count begins anew
 * @param lock            how long the first lock lasts; each further one lasts twice as long as the one before
 * @param longestLock     how long a lock lasts at most
 * @param slow            who is slowed down may try once in so long
 * @param remembered      how long a right password is known without hashing it again
 */
@ConfigurationProperties("kefu.login")
record LoginSettings(@DefaultValue("10") int bcryptStrength, @DefaultValue("5") int wrongPasswords,
        @DefaultValue("100") int wrongPerAddress, @DefaultValue("30") int wrongPerAccount,
        @DefaultValue("15m") Duration window, @DefaultValue("1m") Duration lock,
        @DefaultValue("15m") Duration longestLock, @DefaultValue("2s") Duration slow,
        @DefaultValue("60s") Duration remembered) {
}

package dev.kefu.workflow.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Passwords as bcrypt hashes. Bcrypt reads 72 bytes, and the engine adds its own salt behind the password, so a long
 * password would push the salt out and its end would not count: a digest of both goes in instead. It is Base64, because
 * bcrypt ends at a zero byte, and of a size that fits.
 */
class BcryptPasswords implements PasswordEncryptor {

    static final String NAME = "bcrypt-sha384";

    private final BCryptPasswordEncoder bcrypt;
    private final String nobodys;

    BcryptPasswords(int strength) {
        this.bcrypt = new BCryptPasswordEncoder(strength);
        this.nobodys = encrypt("nobody's");
    }

    @Override
    public String encrypt(String saltedPassword) {
        return bcrypt.encode(digest(saltedPassword));
    }

    @Override
    public boolean check(String saltedPassword, String hash) {
        return bcrypt.matches(digest(saltedPassword), hash);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Whether the hash, with its prefix, is of another kind or cheaper than those that are made now. */
    boolean isOutdated(String prefixedHash) {
        var prefix = "{" + NAME + "}";
        return !prefixedHash.startsWith(prefix) || bcrypt.upgradeEncoding(prefixedHash.substring(prefix.length()));
    }

    /** Takes as long as a check, so that nobody can tell by the time whether there is an account of that name. */
    void checkNobodys(String password) {
        check(password, nobodys);
    }

    private static String digest(String saltedPassword) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384")
                    .digest(saltedPassword.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}

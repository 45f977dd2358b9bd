package dev.kefu.workflow.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;

class BcryptPasswordsTests {

    private final BcryptPasswords bcrypt = new BcryptPasswords(4);

    @Test
    void knowsThePasswordAgainAndNoOther() {
        var hash = bcrypt.encrypt("Rain-in-Hangzhou-7");

        assertThat(bcrypt.check("Rain-in-Hangzhou-7", hash)).isTrue();
        assertThat(bcrypt.check("Rain-in-Hangzhou-8", hash)).isFalse();
        assertThat(hash).doesNotContain("Rain").startsWith("$2a$04$");
    }

    @Test
    void readsMoreThanTheSeventyTwoBytesOfBcrypt() {
        var long1 = "a".repeat(100) + "1";
        var long2 = "a".repeat(100) + "2";

        assertThat(bcrypt.check(long2, bcrypt.encrypt(long1))).isFalse();
        assertThat(bcrypt.check(long1, bcrypt.encrypt(long1))).isTrue();
    }

    @Test
    void readsBeyondAZero() {
        assertThat(bcrypt.check("a\0c", bcrypt.encrypt("a\0b"))).isFalse();
    }

    @Test
    void callsOutdatedWhatIsOfAnotherKindOrCheaper() {
        var stronger = new BcryptPasswords(5);

        assertThat(bcrypt.isOutdated("{SHA-512}" + new Sha512HashDigest().encrypt("x"))).isTrue();
        assertThat(bcrypt.isOutdated("{bcrypt-sha384}" + bcrypt.encrypt("x"))).isFalse();
        assertThat(stronger.isOutdated("{bcrypt-sha384}" + bcrypt.encrypt("x"))).isTrue();
    }
}

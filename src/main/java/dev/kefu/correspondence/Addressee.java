package dev.kefu.correspondence;

import dev.kefu.customers.CustomerFile;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/**
 * To whom a letter goes, or why it can't.
 *
 * @param address null if there is none that mail can go to
 * @param problem in the house's words; null if there is an address
 */
record Addressee(@Nullable String address, @Nullable String problem) {

    /** What stands before the @; without quotes, brackets and spaces, which no shop takes and which could mean two addresses. */
    private static final Pattern MAILBOX = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");
    private static final int LONGEST = 254;

    static Addressee of(Optional<CustomerFile> customer) {
        if (customer.isEmpty()) {
            return none("The case is about no customer.");
        }
        if (customer.get().erasedAt() != null) {
            return none(Letter.ERASED);
        }
        var email = customer.get().contact().email();
        return email == null || email.isBlank() ? none("No e-mail address of the customer is known.") : of(email.strip());
    }

    private static Addressee of(String email) {
        var at = email.lastIndexOf('@');
        if (at < 1) {
            return unusable();
        }
        var mailbox = email.substring(0, at);
        if (mailbox.codePoints().anyMatch(each -> each > 127)) {
            return none("The customer's e-mail address has other than Latin letters before the @, which mail servers don't take.");
        }
        try {
            var host = IDN.toASCII(email.substring(at + 1));
            var address = mailbox + "@" + host;
            if (!MAILBOX.matcher(mailbox).matches() || !HOST.matcher(host).matches() || address.length() > LONGEST) {
                return unusable();
            }
            new InternetAddress(address, true).validate();
            return new Addressee(address, null);
        } catch (IllegalArgumentException | AddressException invalid) {
            return unusable();
        }
    }

    boolean isReachable() {
        return address != null;
    }

    private static Addressee unusable() {
        return none("The customer's e-mail address is none that mail can go to.");
    }

    private static Addressee none(String problem) {
        return new Addressee(null, problem);
    }
}

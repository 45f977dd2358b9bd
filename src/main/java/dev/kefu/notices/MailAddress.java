package dev.kefu.notices;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.lang.Nullable;

/** The address of somebody's account, as an administrator typed it: it may be missing or no address at all. */
final class MailAddress {

    private MailAddress() {
    }

    /** Whether a mail can be sent there; few servers take an address that is not ASCII. */
    static boolean isUsable(@Nullable String address) {
        if (address == null || !StandardCharsets.US_ASCII.newEncoder().canEncode(address)) {
            return false;
        }
        try {
            var parsed = InternetAddress.parse(address.strip(), true);
            parsed[0].validate();
            return parsed.length == 1 && parsed[0].getAddress().equals(address.strip()) && address.strip().contains("@");
        } catch (AddressException | ArrayIndexOutOfBoundsException invalid) {
            return false;
        }
    }
}

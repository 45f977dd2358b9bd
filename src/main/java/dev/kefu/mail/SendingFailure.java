package dev.kefu.mail;

import dev.kefu.shared.Causes;
import jakarta.mail.AuthenticationFailedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * Why a mail was not taken, in the house's words: what a server says may quote whom it is for.
 *
 * @param isFinal whether another try would be answered the same
 */
public record SendingFailure(String words, boolean isFinal) {

    /** The mailbox does not exist, is not here, or has a name that can't be: answers to the address alone (RFC 5321). */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

    public static SendingFailure of(Throwable failure) {
        var address = first(failure, SMTPAddressFailedException.class).map(SMTPAddressFailedException::getReturnCode);
        if (address.isPresent()) {
            var code = address.get();
            return NO_SUCH_MAILBOX.contains(code)
                    ? new SendingFailure("The mail server refuses the address (" + code + ").", true)
                    : passing("The mail server does not take letters to this address now (" + code + ").");
        }
        if (first(failure, AuthenticationFailedException.class).isPresent()) {
            return passing("The mail server does not accept our name and password.");
        }
        if (first(failure, SSLException.class).isPresent()) {
            return passing("No secure connection to the mail server could be made.");
        }
        if (first(failure, SocketTimeoutException.class).isPresent()) {
            return passing("The mail server did not answer in time.");
        }
        if (first(failure, MailConnectException.class).isPresent()) {
            return passing("The mail server can't be reached.");
        }
        return first(failure, SMTPSenderFailedException.class)
                .map(each -> passing("The mail server takes no letters from our address (" + each.getReturnCode() + ")."))
                .or(() -> first(failure, SMTPSendFailedException.class)
                        .map(each -> passing("The mail server refused the letter (" + each.getReturnCode() + ").")))
                .or(() -> first(failure, IOException.class)
                        .map(each -> passing("The connection to the mail server broke.")))
                .orElseGet(() -> passing("The letter could not be handed to the mail server."));
    }

    private static SendingFailure passing(String words) {
        return new SendingFailure(words, false);
    }

    private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> kind) {
        return Causes.of(failure).filter(kind::isInstance).map(kind::cast).findFirst();
    }
}

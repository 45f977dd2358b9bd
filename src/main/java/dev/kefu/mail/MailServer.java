package dev.kefu.mail;

import dev.kefu.shared.StartRefused;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.lang.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The shop's mail server, as {@code spring.mail.*} names it; there may be none. */
@Component
public class MailServer {

    @Nullable
    private final JavaMailSenderImpl settings;
    private final MailSettings house;
    private final Clock clock;

    MailServer(ObjectProvider<JavaMailSenderImpl> configured, MailSettings house, Clock clock) {
        var found = configured.getIfAvailable();
        this.settings = found == null || found.getHost() == null || found.getHost().isBlank() ? null : found;
        this.house = house;
        this.clock = clock;
        if (isConfigured()) {
            requireSender();
        }
    }

    private void requireSender() {
        if (house.from().isBlank() || house.shopName().isBlank()) {
            throw new StartRefused("A mail server is configured, but not in whose name letters are written.",
                    "Set KEFU_CORRESPONDENCE_FROM to the address and KEFU_CORRESPONDENCE_SHOPNAME to the name of the shop, or"
                            + " take SPRING_MAIL_HOST away.");
        }
        try {
            new InternetAddress(house.from().strip(), true).validate();
        } catch (AddressException invalid) {
            throw new StartRefused("Letters can't come from \"" + house.from() + "\", which is no e-mail address.",
                    "Set KEFU_CORRESPONDENCE_FROM to an address such as service@shop.example.");
        }
    }

    /** Whether there is one. */
    public boolean isConfigured() {
        return settings != null;
    }

    /** One connection for several mails; whoever opens it closes it. */
    public Line open() throws MessagingException {
        var server = Objects.requireNonNull(settings);
        var session = server.getSession();
        var transport = session.getTransport(protocol(server, session));
        transport.connect(server.getHost(), server.getPort(), given(server.getUsername()), given(server.getPassword()));
        return new Line(session, transport);
    }

    private static String protocol(JavaMailSenderImpl server, Session session) {
        return server.getProtocol() != null ? server.getProtocol()
                : Objects.requireNonNullElse(session.getProperty("mail.transport.protocol"), JavaMailSenderImpl.DEFAULT_PROTOCOL);
    }

    @Nullable
    private static String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** An open connection. */
    public final class Line implements AutoCloseable {

        private final Session session;
        private final Transport transport;

        private Line(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        /** Returns when the server has taken the mail. */
        public void send(OutgoingMail mail) throws MessagingException {
            var message = message(session, mail);
            transport.sendMessage(message, message.getAllRecipients());
        }

        public boolean isOpen() {
            return transport.isConnected();
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException broken) {
                // The server has answered for every mail by now; how it says goodbye changes nothing
            }
        }
    }

    private MimeMessage message(Session session, OutgoingMail mail) throws MessagingException {
        var message = new NamedMessage(session, "<" + mail.id() + "@" + house.from().strip().replaceFirst(".*@", "") + ">");
        try {
            message.setFrom(new InternetAddress(house.from().strip(), house.shopName().strip(), StandardCharsets.UTF_8.name()));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java has UTF-8", impossible);
        }
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(new String[] {mail.language()});
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** A mail that is sent a second time has the same name, so that mail programs and people see that it is the same. */
    private static final class NamedMessage extends MimeMessage {

        private final String name;

        private NamedMessage(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}

package dev.kefu.notices;

import dev.kefu.mail.MailServer;
import dev.kefu.shared.StartRefused;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people's browsers find the house, for links in mails: {@code kefu.public-url}. */
@Component
class PublicUrl {

    private final String root;

    PublicUrl(@Value("${kefu.public-url}") String configured, MailServer server) {
        this.root = configured.strip().replaceFirst("/+$", "");
        if (root.isEmpty() && server.isConfigured()) {
            throw new StartRefused("A mail server is configured, but not the address to which the links in mails lead.",
                    "Set KEFU_PUBLICURL to the address under which people open Kefu, such as https://kefu.shop.example, or"
                            + " take SPRING_MAIL_HOST away.");
        }
        if (!root.isEmpty() && !isAddress(root)) {
            throw new StartRefused("\"" + root + "\" is no address under which a browser finds Kefu.",
                    "Set KEFU_PUBLICURL to an address such as https://kefu.shop.example.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            var address = new URI(text);
            return address.getHost() != null && address.getQuery() == null && address.getFragment() == null
                    && address.getUserInfo() == null
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    String ofCase(String caseNumber) {
        return root + "/app/cases/" + encoded(caseNumber);
    }

    String ofTask(String taskId) {
        return root + "/camunda/app/tasklist/default/#/?task=" + encoded(taskId);
    }

    String ofTasklist() {
        return root + "/camunda/app/tasklist/default/";
    }

    String ofSettings() {
        return root + "/app/notices";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package dev.kefu.workflow.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Somebody, somewhere, who gives a password.
 *
 * @param account as given, no longer than an account's name can be
 * @param address where it comes from; of an IPv6 address the network, because who has one has all of it
 */
record Attempt(String account, String address) {

    private static final int LONGEST_NAME = 64;
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    static Attempt of(String account, String address) {
        return new Attempt(shortened(account), network(address));
    }

    /** The account's name as it may stand in a log. */
    String shownAccount() {
        return (account.length() > 32 ? account.substring(0, 32) + "..." : account).replaceAll("[^A-Za-z0-9._@-]", "?");
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }

    private static String network(String address) {
        var literal = address.replaceAll("[\\[\\]]|%.*", "");
        if (IPV4.matcher(literal).matches()) {
            return literal;
        }
        if (!IPV6.matcher(literal).matches()) {
            return "unknown";
        }
        try {
            var bytes = InetAddress.getByName(literal).getAddress();
            return bytes.length == 4 ? InetAddress.getByAddress(bytes).getHostAddress()
                    : InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, 8), 16)).getHostAddress() + "/64";
        } catch (UnknownHostException malformed) {
            return "unknown";
        }
    }
}

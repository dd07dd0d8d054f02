package dmvpn.network.scenario;

import java.util.Arrays;
import java.util.Optional;

/** Messages that expectations count. */
public enum CountedMessage {
    /** NHRP (RFC 2332 section 5.2.1). */
    RESOLUTION_REQUEST("resolution-request", "resolution-requests"),
    /** NHRP (RFC 2332 section 5.2.2). */
    RESOLUTION_REPLY("resolution-reply", "resolution-replies"),
    /** NHRP (RFC 2332 section 5.2.3). */
    REGISTRATION_REQUEST("registration-request", "registration-requests"),
    /** NHRP (RFC 2332 section 5.2.4). */
    REGISTRATION_REPLY("registration-reply", "registration-replies"),
    /** NHRP (RFC 2332 section 5.2.5). */
    PURGE_REQUEST("purge-request", "purge-requests"),
    /** NHRP (RFC 2332 section 5.2.6). */
    PURGE_REPLY("purge-reply", "purge-replies"),
    /** NHRP (RFC 2332 section 5.2.7). */
    ERROR_INDICATION("error-indication", "error-indications"),
    /** Traffic indication of NHRP (Cisco). */
    REDIRECT("redirect", "redirects"),
    /** EIGRP (RFC 7868 section 6.3). */
    EIGRP_UPDATE("eigrp-update", "eigrp-updates"),
    /** EIGRP (RFC 7868 section 6.3). */
    EIGRP_QUERY("eigrp-query", "eigrp-queries"),
    /** EIGRP (RFC 7868 section 6.3). */
    EIGRP_REPLY("eigrp-reply", "eigrp-replies");

    private final String one;
    private final String several;

    CountedMessage(String one, String several) {
        this.one = one;
        this.several = several;
    }

    /** What models call several of them. */
    public String keyword() {
        return several;
    }

    /** The message that models call so, in singular or plural. */
    public static Optional<CountedMessage> ofKeyword(String keyword) {
        return Arrays.stream(values())
                .filter(message -> message.one.equals(keyword) || message.several.equals(keyword)).findFirst();
    }
}

package dmvpn.sim.icmp;

import java.util.Arrays;
import java.util.Optional;

/** Codes of Destination Unreachable (RFC 792, RFC 1812 section 5.2.7.1). */
public enum UnreachableReason {
    /** No route. */
    NETWORK(0, "network unreachable"),
    /** Nobody has the address. */
    HOST(1, "host unreachable"),
    /** Nobody takes the IP protocol. */
    PROTOCOL(2, "protocol unreachable"),
    /** Nobody listens on the port. */
    PORT(3, "port unreachable"),
    /** Too large, and it may not be fragmented. */
    FRAGMENTATION_NEEDED(4, "fragmentation needed and DF set"),
    /** A filter refused it. */
    ADMINISTRATIVELY_PROHIBITED(13, "communication administratively prohibited");

    private final int code;
    private final String title;

    UnreachableReason(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Code field. */
    public int code() {
        return code;
    }

    /** The meaning for people. */
    public String title() {
        return title;
    }

    /** The reason of that code. */
    public static Optional<UnreachableReason> ofCode(int code) {
        return Arrays.stream(values()).filter(reason -> reason.code == code).findFirst();
    }
}

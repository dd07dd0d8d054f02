package dmvpn.sim.icmp;

import java.util.Arrays;
import java.util.Optional;

/** Codes of Destination Unreachable of ICMPv6 (RFC 4443 section 3.1). */
public enum Icmpv6UnreachableReason {
    /** No route, or one that discards. */
    NO_ROUTE(0, "no route to destination"),
    /** A filter refused it. */
    ADMINISTRATIVELY_PROHIBITED(1, "communication with destination administratively prohibited"),
    /** The source address is not valid where the packet would go. */
    BEYOND_SCOPE(2, "beyond scope of source address"),
    /** Nobody on the link has the address. */
    ADDRESS(3, "address unreachable"),
    /** Nobody listens on the port. */
    PORT(4, "port unreachable"),
    /** A filter refused the source address. */
    SOURCE_POLICY(5, "source address failed ingress/egress policy"),
    /** The route is one that rejects. */
    REJECT_ROUTE(6, "reject route to destination");

    private final int code;
    private final String title;

    Icmpv6UnreachableReason(int code, String title) {
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
    public static Optional<Icmpv6UnreachableReason> ofCode(int code) {
        return Arrays.stream(values()).filter(reason -> reason.code == code).findFirst();
    }
}

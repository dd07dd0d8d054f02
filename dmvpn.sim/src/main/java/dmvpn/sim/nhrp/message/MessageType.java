package dmvpn.sim.nhrp.message;

import java.util.Arrays;
import java.util.Optional;

/** NHRP message types (RFC 2332 section 5.2; Traffic Indication is Cisco's). */
public enum MessageType {
    /** Asks for the NBMA address behind a protocol address. */
    RESOLUTION_REQUEST(1, "Resolution Request"),
    /** Answers it. */
    RESOLUTION_REPLY(2, "Resolution Reply"),
    /** Tells a next-hop server one's own addresses. */
    REGISTRATION_REQUEST(3, "Registration Request"),
    /** Answers it. */
    REGISTRATION_REPLY(4, "Registration Reply"),
    /** Takes back an answer. */
    PURGE_REQUEST(5, "Purge Request"),
    /** Acknowledges it. */
    PURGE_REPLY(6, "Purge Reply"),
    /** Tells what was wrong with a packet. */
    ERROR_INDICATION(7, "Error Indication"),
    /** Redirect: tells that a better path exists. */
    TRAFFIC_INDICATION(8, "Traffic Indication");

    private final int code;
    private final String title;

    MessageType(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** The name that people know. */
    public String title() {
        return title;
    }

    /** The type of that number. */
    public static Optional<MessageType> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}

package dmvpn.sim.nhrp.message;

import java.util.Arrays;
import java.util.Optional;

/** What an Error Indication complains about (RFC 2332 section 5.2.7, RFC 2735 section 4.3). */
public enum ErrorCode {
    /** A compulsory extension is unknown. */
    UNRECOGNIZED_EXTENSION(1, "unrecognized extension"),
    /** The packet came back. */
    LOOP_DETECTED(3, "NHRP loop detected"),
    /** No path to the destination. */
    PROTOCOL_ADDRESS_UNREACHABLE(6, "protocol address unreachable"),
    /** Malformed. */
    PROTOCOL_ERROR(7, "protocol error"),
    /** Too long for the network. */
    SDU_SIZE_EXCEEDED(8, "NHRP SDU size exceeded"),
    /** An extension does not belong there. */
    INVALID_EXTENSION(9, "invalid extension"),
    /** A reply that nobody asked for. */
    INVALID_RESOLUTION_REPLY(10, "invalid NHRP resolution reply received"),
    /** Wrong or missing password. */
    AUTHENTICATION_FAILURE(11, "authentication failure"),
    /** Too many servers on the way. */
    HOP_COUNT_EXCEEDED(15, "hop count exceeded"),
    /** Another private network (RFC 2735). */
    VPN_MISMATCH(16, "VPN mismatch"),
    /** Private networks are not supported (RFC 2735). */
    VPN_UNSUPPORTED(17, "VPN unsupported");

    private final int code;
    private final String title;

    ErrorCode(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** The meaning for people. */
    public String title() {
        return title;
    }

    /** The code of that number. */
    public static Optional<ErrorCode> ofCode(int code) {
        return Arrays.stream(values()).filter(value -> value.code == code).findFirst();
    }
}

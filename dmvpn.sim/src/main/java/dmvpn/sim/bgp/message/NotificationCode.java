package dmvpn.sim.bgp.message;

import java.util.Optional;

/** Why a speaker ends a session (RFC 4271 section 4.5, RFC 4486). */
public enum NotificationCode {
    /** The marker is not all ones. */
    CONNECTION_NOT_SYNCHRONIZED(1, 1, "connection not synchronized"),
    /** The length is not possible. */
    BAD_MESSAGE_LENGTH(1, 2, "bad message length"),
    /** The type is not known. */
    BAD_MESSAGE_TYPE(1, 3, "bad message type"),
    /** Not version 4. */
    UNSUPPORTED_VERSION(2, 1, "unsupported version number"),
    /** Another autonomous system than was configured. */
    BAD_PEER_AS(2, 2, "peer in wrong AS"),
    /** The identifier is that of nobody, or the own. */
    BAD_BGP_IDENTIFIER(2, 3, "BGP identifier wrong"),
    /** An optional parameter that is no capability. */
    UNSUPPORTED_PARAMETER(2, 4, "unsupported optional parameter"),
    /** A hold time of 1 or 2 seconds. */
    UNACCEPTABLE_HOLD_TIME(2, 6, "unacceptable hold time"),
    /** What the session needs is not among the capabilities (RFC 5492 section 5). */
    UNSUPPORTED_CAPABILITY(2, 7, "unsupported/disjoint capability"),
    /** Attributes do not fill their space. */
    MALFORMED_ATTRIBUTE_LIST(3, 1, "malformed attribute list"),
    /** A well-known attribute that is not known. */
    UNRECOGNIZED_WELL_KNOWN(3, 2, "unrecognized well-known attribute"),
    /** A mandatory attribute is missing. */
    MISSING_WELL_KNOWN(3, 3, "missing well-known attribute"),
    /** Flags do not fit the type. */
    ATTRIBUTE_FLAGS(3, 4, "attribute flags error"),
    /** The length does not fit the type. */
    ATTRIBUTE_LENGTH(3, 5, "attribute length error"),
    /** No origin has the number. */
    INVALID_ORIGIN(3, 6, "invalid ORIGIN attribute"),
    /** No address of a host. */
    INVALID_NEXT_HOP(3, 8, "invalid NEXT_HOP attribute"),
    /** An optional attribute is wrong. */
    OPTIONAL_ATTRIBUTE(3, 9, "optional attribute error"),
    /** No prefix. */
    INVALID_NETWORK(3, 10, "invalid network field"),
    /** A path of AS numbers that is none. */
    MALFORMED_AS_PATH(3, 11, "malformed AS_PATH"),
    /** Nothing was heard for the hold time. */
    HOLD_TIMER_EXPIRED(4, 0, "hold time expired"),
    /** A message that does not fit the state. */
    FINITE_STATE_MACHINE(5, 0, "FSM error"),
    /** The session is not wanted for the time being. */
    ADMINISTRATIVE_SHUTDOWN(6, 2, "administrative shutdown"),
    /** The neighbour is not configured any more. */
    PEER_DECONFIGURED(6, 3, "peer unconfigured"),
    /** The session was cleared. */
    ADMINISTRATIVE_RESET(6, 4, "administrative reset"),
    /** No connection is wanted from there. */
    CONNECTION_REJECTED(6, 5, "connection rejected"),
    /** Something about the neighbour changed. */
    OTHER_CONFIGURATION_CHANGE(6, 6, "other configuration change"),
    /** Of two connections between the same speakers the other one is kept. */
    COLLISION_RESOLUTION(6, 7, "connection collision resolution"),
    /** BFD says that the neighbour is dead (RFC 9384). */
    BFD_DOWN(6, 10, "BFD down");

    private final int code;
    private final int subcode;
    private final String title;

    NotificationCode(int code, int subcode, String title) {
        this.code = code;
        this.subcode = subcode;
        this.title = title;
    }

    /** Error code. */
    public int code() {
        return code;
    }

    /** Error subcode, 0 for none. */
    public int subcode() {
        return subcode;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** The one of those numbers. */
    public static Optional<NotificationCode> of(int code, int subcode) {
        for (NotificationCode candidate : values()) {
            if (candidate.code == code && candidate.subcode == subcode) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}

package dmvpn.sim.ike.message;

import java.util.Arrays;
import java.util.Optional;

/** Notifications (RFC 7296 section 3.10.1). Numbers below 16384 are errors. */
public enum NotifyType {
    /** A critical payload is unknown. */
    UNSUPPORTED_CRITICAL_PAYLOAD(1),
    /** No such IKE SA. */
    INVALID_IKE_SPI(4),
    /** Another version. */
    INVALID_MAJOR_VERSION(5),
    /** Malformed. */
    INVALID_SYNTAX(7),
    /** Out of the window. */
    INVALID_MESSAGE_ID(9),
    /** No such child SA. */
    INVALID_SPI(11),
    /** None of the proposals is acceptable. */
    NO_PROPOSAL_CHOSEN(14),
    /** Another Diffie-Hellman group is wanted; the data says which. */
    INVALID_KE_PAYLOAD(17),
    /** Wrong identity or secret. */
    AUTHENTICATION_FAILED(24),
    /** No more child SAs on this IKE SA. */
    NO_ADDITIONAL_SAS(35),
    /** The traffic selectors are not acceptable. */
    TS_UNACCEPTABLE(38),
    /** Not now. */
    TEMPORARY_FAILURE(43),
    /** The child SA to be replaced does not exist. */
    CHILD_SA_NOT_FOUND(44),
    /** This is the only IKE SA between the two. */
    INITIAL_CONTACT(16384),
    /** How many requests may be outstanding. */
    SET_WINDOW_SIZE(16385),
    /** Hash of the sender's address and port. */
    NAT_DETECTION_SOURCE_IP(16388),
    /** Hash of the receiver's address and port. */
    NAT_DETECTION_DESTINATION_IP(16389),
    /** To be repeated, which proves the sender's address. */
    COOKIE(16390),
    /** Transport mode is wanted, or accepted. */
    USE_TRANSPORT_MODE(16391),
    /** Which child SA is replaced. */
    REKEY_SA(16393),
    /** No padding against traffic analysis. */
    ESP_TFC_PADDING_NOT_SUPPORTED(16394),
    /** Later fragments may travel in this SA. */
    NON_FIRST_FRAGMENTS_ALSO(16395);

    private static final int FIRST_STATUS = 16_384;

    private final int code;

    NotifyType(int code) {
        this.code = code;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** True when it reports a failure. */
    public boolean isError() {
        return code < FIRST_STATUS;
    }

    /** The type of that number. */
    public static Optional<NotifyType> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}

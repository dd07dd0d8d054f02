package dmvpn.sim.ike.v1.message;

import java.util.Arrays;
import java.util.Optional;

/** Notifications (RFC 2408 section 3.14.1, RFC 2407 section 4.6.3, RFC 3706 section 5.3). */
public enum IsakmpNotifyType {
    /** No such security association. */
    INVALID_SPI(11),
    /** None of the proposals is acceptable. */
    NO_PROPOSAL_CHOSEN(14),
    /** The hash does not match: another secret. */
    INVALID_HASH_INFORMATION(23),
    /** The proof of identity is not accepted. */
    AUTHENTICATION_FAILED(24),
    /** The responder uses a shorter lifetime than was offered. */
    RESPONDER_LIFETIME(24_576),
    /** This is the only ISAKMP security association between the two. */
    INITIAL_CONTACT(24_578),
    /** Dead peer detection asks. */
    R_U_THERE(36_136),
    /** Dead peer detection answers. */
    R_U_THERE_ACK(36_137);

    private final int code;

    IsakmpNotifyType(int code) {
        this.code = code;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** True when it reports a failure. */
    public boolean isError() {
        return code < RESPONDER_LIFETIME.code;
    }

    /** The type of that number. */
    public static Optional<IsakmpNotifyType> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}

package dmvpn.sim.ike.message;

import java.util.Arrays;
import java.util.Optional;

/** IKEv2 exchange types (RFC 7296 section 3.1). */
public enum IkeExchange {
    /** Proposals, Diffie-Hellman values and nonces, in clear. */
    IKE_SA_INIT(34),
    /** Identities, proof of the secret, and the first child SA. */
    IKE_AUTH(35),
    /** A further child SA, or a new one for an old one. */
    CREATE_CHILD_SA(36),
    /** Deletes, notifications, and empty messages that ask for a sign of life. */
    INFORMATIONAL(37);

    private final int code;

    IkeExchange(int code) {
        this.code = code;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** The exchange of that number. */
    public static Optional<IkeExchange> ofCode(int code) {
        return Arrays.stream(values()).filter(exchange -> exchange.code == code).findFirst();
    }
}

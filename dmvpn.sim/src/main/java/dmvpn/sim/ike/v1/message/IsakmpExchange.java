package dmvpn.sim.ike.v1.message;

import java.util.Arrays;
import java.util.Optional;

/** Exchange types (RFC 2408 section 3.1, RFC 2409 appendix A). */
public enum IsakmpExchange {
    /** Six messages that protect the identities. */
    MAIN_MODE(2, "main mode"),
    /** Three messages, with the identities in clear. */
    AGGRESSIVE_MODE(4, "aggressive mode"),
    /** One message that nobody answers. */
    INFORMATIONAL(5, "informational"),
    /** Three messages for a pair of IPsec security associations. */
    QUICK_MODE(32, "quick mode");

    private final int code;
    private final String text;

    IsakmpExchange(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** The name for people. */
    public String text() {
        return text;
    }

    /** The exchange of that number. */
    public static Optional<IsakmpExchange> ofCode(int code) {
        return Arrays.stream(values()).filter(exchange -> exchange.code == code).findFirst();
    }
}

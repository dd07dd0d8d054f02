package dmvpn.sim.eigrp.message;

import java.util.Arrays;
import java.util.Optional;

/** What an EIGRP packet is (RFC 7868 section 6.2). An acknowledgement is a hello with an acknowledge number. */
public enum EigrpOpcode {
    /** Routes. */
    UPDATE(1, "Update"),
    /** Asks neighbours for a route that was lost. */
    QUERY(3, "Query"),
    /** Answers a query. */
    REPLY(4, "Reply"),
    /** Finds and keeps neighbours. */
    HELLO(5, "Hello");

    private final int code;
    private final String title;

    EigrpOpcode(int code, String title) {
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

    /** The opcode of that number. */
    public static Optional<EigrpOpcode> ofCode(int code) {
        return Arrays.stream(values()).filter(opcode -> opcode.code == code).findFirst();
    }
}

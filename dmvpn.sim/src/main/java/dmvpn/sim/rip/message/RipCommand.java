package dmvpn.sim.rip.message;

import java.util.Optional;
import java.util.stream.Stream;

/** What a RIP message is (RFC 2453 section 3.6). */
public enum RipCommand {
    /** Asks for all or part of a routing table. */
    REQUEST(1, "Request"),
    /** All or part of a routing table, asked for or not. */
    RESPONSE(2, "Response");

    private final int code;
    private final String title;

    RipCommand(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The command of a number on the wire. */
    public static Optional<RipCommand> ofCode(int code) {
        return Stream.of(values()).filter(command -> command.code == code).findFirst();
    }
}

package dmvpn.sim.bfd.message;

import java.util.Optional;
import java.util.stream.Stream;

/** State of a session as its owner tells it (RFC 5880 section 4.1, Sta). */
public enum BfdState {
    /** Somebody switched the session off. */
    ADMIN_DOWN(0, "AdminDown"),
    /** The other end is not heard, or was just lost. */
    DOWN(1, "Down"),
    /** The other end is heard, and may not hear this one. */
    INIT(2, "Init"),
    /** Each end hears the other. */
    UP(3, "Up");

    private final int code;
    private final String title;

    BfdState(int code, String title) {
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

    /** The state of a number on the wire. */
    public static Optional<BfdState> ofCode(int code) {
        return Stream.of(values()).filter(state -> state.code == code).findFirst();
    }
}

package dmvpn.sim.bfd.message;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a session was left the last time (RFC 5880 section 4.1, Diag). */
public enum BfdDiagnostic {
    /** It was not. */
    NONE(0, "No Diagnostic"),
    /** Nothing came from the other end for the detection time. */
    DETECTION_TIME_EXPIRED(1, "Control Detection Time Expired"),
    /** The other end sends Down or AdminDown. */
    NEIGHBOR_SIGNALED_DOWN(3, "Neighbor Signaled Session Down"),
    /** Somebody switched the session off. */
    ADMINISTRATIVELY_DOWN(7, "Administratively Down");

    private final int code;
    private final String title;

    BfdDiagnostic(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** What the RFC calls it. */
    public String title() {
        return title;
    }

    /** The diagnostic of a number on the wire; empty for those that nothing here gives a reason for. */
    public static Optional<BfdDiagnostic> ofCode(int code) {
        return Stream.of(values()).filter(diagnostic -> diagnostic.code == code).findFirst();
    }
}

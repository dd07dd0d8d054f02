package dmvpn.sim.ike.message;

import java.util.Arrays;
import java.util.Optional;

/** How an end proves its identity (RFC 7296 section 3.8). */
public enum AuthenticationMethod {
    /** By a shared secret. */
    SHARED_KEY(2);

    private final int code;

    AuthenticationMethod(int code) {
        this.code = code;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** The method of that number. */
    public static Optional<AuthenticationMethod> ofCode(int code) {
        return Arrays.stream(values()).filter(method -> method.code == code).findFirst();
    }
}

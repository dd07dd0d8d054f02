package dmvpn.sim.nhrp.message;

import java.util.Arrays;
import java.util.Optional;

/** Result of a request for one client information entry (RFC 2332 sections 5.2.2, 5.2.4). All but success are a NAK. */
public enum CieCode {
    /** Done. */
    SUCCESS(0, "success"),
    /** The server may not. */
    ADMINISTRATIVELY_PROHIBITED(4, "administratively prohibited"),
    /** The server has no room. */
    INSUFFICIENT_RESOURCES(5, "insufficient resources"),
    /** Resolution: nobody knows the address. */
    NO_BINDING(12, "no binding exists"),
    /** Resolution: a unique answer was wanted and there are several. */
    BINDING_NOT_UNIQUE(13, "binding exists but is not unique"),
    /** Registration: another NBMA address holds the unique address. */
    UNIQUE_ADDRESS_REGISTERED(14, "unique address already registered");

    private final int code;
    private final String title;

    CieCode(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** The meaning for people. */
    public String title() {
        return title;
    }

    /** The code of that number. */
    public static Optional<CieCode> ofCode(int code) {
        return Arrays.stream(values()).filter(value -> value.code == code).findFirst();
    }
}

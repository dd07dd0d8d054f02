package dmvpn.sim.ike.message;

import java.util.Arrays;
import java.util.Optional;

/** Which kind of security association is meant (RFC 7296 section 3.3.1). */
public enum SecurityProtocol {
    /** The IKE SA; its SPIs have 8 bytes. */
    IKE(1, 8),
    /** The Authentication Header of a child SA; its SPIs have 4 bytes. */
    AH(2, 4),
    /** A child SA; its SPIs have 4 bytes. */
    ESP(3, 4);

    private final int code;
    private final int spiBytes;

    SecurityProtocol(int code, int spiBytes) {
        this.code = code;
        this.spiBytes = spiBytes;
    }

    /** Number on the wire. */
    public int code() {
        return code;
    }

    /** Length of an SPI. */
    public int spiBytes() {
        return spiBytes;
    }

    /** The protocol of that number. */
    public static Optional<SecurityProtocol> ofCode(int code) {
        return Arrays.stream(values()).filter(protocol -> protocol.code == code).findFirst();
    }
}

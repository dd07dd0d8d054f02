package dmvpn.network.forwarding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Protocols above IP by their names and numbers (IANA, Assigned Internet Protocol Numbers). */
public enum PacketProtocol {
    /** Internet Control Message Protocol. */
    ICMP(1),
    /** Transmission Control Protocol. */
    TCP(6),
    /** User Datagram Protocol. */
    UDP(17),
    /** Generic Routing Encapsulation. */
    GRE(47),
    /** Encapsulating Security Payload. */
    ESP(50),
    /** Authentication Header. */
    AH(51);

    private final int number;

    PacketProtocol(int number) {
        this.number = number;
    }

    /** The protocol number in the IP header. */
    public int number() {
        return number;
    }

    /** The name in models, such as {@code esp}. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The protocol of that name. */
    public static Optional<PacketProtocol> of(String keyword) {
        return Arrays.stream(values()).filter(protocol -> protocol.keyword().equals(keyword)).findFirst();
    }

    /** True for protocols whose packets have ports. */
    public boolean hasPorts() {
        return this == TCP || this == UDP;
    }

    /** True for what a DMVPN router wraps around the packets of its tunnels. */
    public boolean isEncapsulation() {
        return this == GRE || this == ESP || this == AH;
    }
}

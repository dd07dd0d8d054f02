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

    private static final int ICMPV6_NUMBER = 58;

    private final int number;

    PacketProtocol(int number) {
        this.number = number;
    }

    /** The protocol number in the IP header. */
    public int number() {
        return number;
    }

    /** True when an IP header with that number announces the protocol: ICMP has another number in IPv6 (RFC 4443 section 1). */
    public boolean isNumber(int protocolNumber) {
        return protocolNumber == number || this == ICMP && protocolNumber == ICMPV6_NUMBER;
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

package dmvpn.network.device;

import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Packets that a firewall in front of a router drops.
 *
 * @param protocol packets of that protocol in both directions; empty for fragments, and for whatever comes from outside
 *     without having been asked for from inside
 * @param port destination port from 1 to 65535 of UDP or TCP, empty for all
 * @param fragments true for fragments of IP packets of any protocol, in both directions
 * @param origin where it was written
 */
public record BlockedTraffic(Optional<PacketProtocol> protocol, OptionalInt port, boolean fragments, Origin origin) {

    /** What models call packets that nobody asked for. */
    public static final String UNSOLICITED = "unsolicited";

    /** What models call fragments of IP packets. */
    public static final String FRAGMENTS = "fragments";

    /** A protocol with or without a port, or what nobody asked for. */
    public BlockedTraffic(Optional<PacketProtocol> protocol, OptionalInt port, Origin origin) {
        this(protocol, port, false, origin);
    }

    /** Fragments of IP packets (RFC 791 section 3.2). */
    public static BlockedTraffic ofFragments(Origin origin) {
        return new BlockedTraffic(Optional.empty(), OptionalInt.empty(), true, origin);
    }

    /** True for what comes from outside without having been asked for from inside. */
    public boolean isUnsolicited() {
        return protocol.isEmpty() && !fragments;
    }

    /** How people say it, such as {@code udp port 500}. */
    public String text() {
        return protocol.map(PacketProtocol::keyword).orElse(fragments ? FRAGMENTS : UNSOLICITED) + (port.isPresent() ? " port " + port.getAsInt() : "");
    }
}

package dmvpn.network.device;

import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.origin.Origin;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Packets that a firewall in front of a router drops.
 *
 * @param protocol packets of that protocol in both directions; empty for whatever comes from outside without having been
 *     asked for from inside
 * @param port destination port from 1 to 65535 of UDP or TCP, empty for all
 * @param origin where it was written
 */
public record BlockedTraffic(Optional<PacketProtocol> protocol, OptionalInt port, Origin origin) {

    /** What models call packets that nobody asked for. */
    public static final String UNSOLICITED = "unsolicited";

    /** How people say it, such as {@code udp port 500}. */
    public String text() {
        return protocol.map(PacketProtocol::keyword).orElse(UNSOLICITED) + (port.isPresent() ? " port " + port.getAsInt() : "");
    }
}

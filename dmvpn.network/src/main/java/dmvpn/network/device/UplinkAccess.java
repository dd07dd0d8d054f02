package dmvpn.network.device;

import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.origin.Origin;
import java.util.List;
import java.util.Optional;

/**
 * What stands between an uplink and its transport: a device that translates addresses, a firewall. It belongs to the
 * provider or the site, not to the router, and is in no exported configuration.
 *
 * @param translation the translation that the router is behind, empty for none
 * @param blocked what a firewall drops, in the order of the model
 * @param origin where it was written
 */
public record UplinkAccess(Optional<AddressTranslation> translation, List<BlockedTraffic> blocked, Origin origin) {

    /** Keeps an immutable copy of the list. */
    public UplinkAccess {
        blocked = List.copyOf(blocked);
    }

    /** What drops packets of a protocol to a port, when something does. */
    public Optional<BlockedTraffic> blocks(PacketProtocol protocol, int port) {
        return blocked.stream().filter(traffic -> traffic.protocol().filter(protocol::equals).isPresent()
                && (traffic.port().isEmpty() || traffic.port().getAsInt() == port)).findFirst();
    }

    /** True when nothing gets in that was not asked for: a firewall or port address translation. */
    public boolean dropsUnsolicited() {
        return blocked.stream().anyMatch(BlockedTraffic::isUnsolicited)
                || translation.filter(found -> found.kind() == AddressTranslation.Kind.PORT_ADDRESS).isPresent();
    }
}

package dmvpn.dsl.compile;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.NetworkInterface;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The identifier of a router whose table has no IPv4 address that it could choose: BGP does not start without one (RFC 4271 section
 * 4.2; Cisco IOS command reference, bgp router-id).
 */
final class RouterIdentifier {

    /** Where the bits of no address make an identifier. */
    private static final Ipv4Address LAST_RESORT = Ipv4Address.parse("0.0.0.1");

    private RouterIdentifier() {
    }

    /** The last 32 bits of its first IPv6 address, those of tunnels first; empty for a router that chooses for itself. */
    static Optional<Ipv4Address> of(RoutedRouter router, Optional<String> vrf) {
        List<NetworkInterface> ports = new ArrayList<>();
        router.site().uplinks().forEach(uplink -> ports.add(uplink.networkInterface()));
        router.site().localNetworks().forEach(network -> ports.add(network.networkInterface()));
        ports.addAll(router.site().loopbacks());
        List<InterfaceAddress> tunnels = router.tunnels().stream().map(MemberTunnel::tunnel)
                .filter(tunnel -> tunnel.vrf().equals(vrf)).map(tunnel -> tunnel.address()).toList();
        boolean chooses = ports.stream().anyMatch(port -> port.vrf().equals(vrf) && !port.assignment().isOfIpv6())
                || tunnels.stream().anyMatch(address -> address.address() instanceof Ipv4Address);
        if (chooses) {
            return Optional.empty();
        }
        List<InterfaceAddress> addresses = new ArrayList<>(tunnels);
        router.localPorts(vrf).forEach(port -> port.address().ifPresent(addresses::add));
        return Optional.of(addresses.stream().map(InterfaceAddress::address).filter(Ipv6Address.class::isInstance)
                .map(address -> lastBits(address.toBytes())).filter(id -> !id.equals(Ipv4Address.ANY)).findFirst()
                .orElse(LAST_RESORT));
    }

    private static Ipv4Address lastBits(byte[] address) {
        return Ipv4Address.ofBytes(Arrays.copyOfRange(address, address.length - Ipv4Address.ANY.toBytes().length, address.length));
    }
}

package dmvpn.network.device;

import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.forwarding.ForwardingPolicy;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.List;
import java.util.Optional;

/**
 * The vendor-neutral configuration of one router: what the simulator runs and the writers print.
 *
 * @param name host name, unique in the network; member 7 of a family {@code Branch} is {@code Branch7}
 * @param reference how a model refers to it, such as {@code Branch[7]}
 * @param role what people call it
 * @param platform operating system
 * @param site place that it shares with other routers, empty when it has one of its own
 * @param vrfs VRFs in order of first use
 * @param interfaces physical and loopback interfaces in configuration order
 * @param tunnels tunnel interfaces in configuration order
 * @param crypto IKE and IPsec building blocks that the tunnels refer to by name
 * @param routing routing protocols and static routes
 * @param forwarding policy routing and exits to the Internet
 * @param raw vendor lines exported verbatim
 * @param origin where it was written
 */
public record Device(
        String name,
        String reference,
        DeviceRole role,
        Platform platform,
        Optional<String> site,
        List<Vrf> vrfs,
        List<NetworkInterface> interfaces,
        List<TunnelInterface> tunnels,
        CryptoConfiguration crypto,
        RoutingConfiguration routing,
        ForwardingPolicy forwarding,
        List<RawConfiguration> raw,
        Origin origin) {

    /** Keeps immutable copies of the lists. */
    public Device {
        vrfs = List.copyOf(vrfs);
        interfaces = List.copyOf(interfaces);
        tunnels = List.copyOf(tunnels);
        raw = List.copyOf(raw);
    }

    /** A router at a site of its own whose routes alone decide where packets go. */
    public Device(String name, String reference, DeviceRole role, Platform platform, List<Vrf> vrfs,
            List<NetworkInterface> interfaces, List<TunnelInterface> tunnels, CryptoConfiguration crypto,
            RoutingConfiguration routing, List<RawConfiguration> raw, Origin origin) {
        this(name, reference, role, platform, Optional.empty(), vrfs, interfaces, tunnels, crypto, routing,
                ForwardingPolicy.NONE, raw, origin);
    }

    /** The physical or loopback interface of that name. */
    public Optional<NetworkInterface> interfaceNamed(String interfaceName) {
        for (NetworkInterface candidate : interfaces) {
            if (candidate.name().equals(interfaceName)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The tunnel interface of that name. */
    public Optional<TunnelInterface> tunnelNamed(String tunnelName) {
        return tunnels.stream().filter(candidate -> candidate.name().equals(tunnelName)).findFirst();
    }

    /** The same with another configuration of the tunnel that has the name of this one. */
    public Device withTunnel(TunnelInterface tunnel) {
        List<TunnelInterface> changed = tunnels.stream()
                .map(present -> present.name().equals(tunnel.name()) ? tunnel : present).toList();
        return new Device(name, reference, role, platform, site, vrfs, interfaces, changed, crypto, routing, forwarding, raw, origin);
    }
}

package dmvpn.network.device;

import dmvpn.network.crypto.CryptoConfiguration;
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
 * @param vrfs VRFs in order of first use
 * @param interfaces physical and loopback interfaces in configuration order
 * @param tunnels tunnel interfaces in configuration order
 * @param crypto IKE and IPsec building blocks that the tunnels refer to by name
 * @param routing routing protocols and static routes
 * @param raw vendor lines exported verbatim
 * @param origin where it was written
 */
public record Device(
        String name,
        String reference,
        DeviceRole role,
        Platform platform,
        List<Vrf> vrfs,
        List<NetworkInterface> interfaces,
        List<TunnelInterface> tunnels,
        CryptoConfiguration crypto,
        RoutingConfiguration routing,
        List<RawConfiguration> raw,
        Origin origin) {

    /** Keeps immutable copies of the lists. */
    public Device {
        vrfs = List.copyOf(vrfs);
        interfaces = List.copyOf(interfaces);
        tunnels = List.copyOf(tunnels);
        raw = List.copyOf(raw);
    }

    /** The physical or loopback interface of that name. */
    public Optional<NetworkInterface> interfaceNamed(String interfaceName) {
        return interfaces.stream().filter(candidate -> candidate.name().equals(interfaceName)).findFirst();
    }

    /** The tunnel interface of that name. */
    public Optional<TunnelInterface> tunnelNamed(String tunnelName) {
        return tunnels.stream().filter(candidate -> candidate.name().equals(tunnelName)).findFirst();
    }
}

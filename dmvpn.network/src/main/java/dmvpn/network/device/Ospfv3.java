package dmvpn.network.device;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.OspfProcess;

/** What makes an OSPF process of a device one of version 3, for IPv6 (RFC 5340), and the router ID that it has. */
public final class Ospfv3 {

    private Ospfv3() {
    }

    /** True when the first tunnel of the process has an IPv6 address, or, without a tunnel in it, an interface. */
    public static boolean runs(Device device, OspfProcess process) {
        return device.tunnels().stream().filter(tunnel -> process.settingsOf(tunnel.name()).isPresent()).findFirst()
                .map(tunnel -> tunnel.address().address() instanceof Ipv6Address)
                .orElseGet(() -> device.interfaces().stream().filter(port -> port.assignment().isOfIpv6())
                        .anyMatch(port -> process.settingsOf(port.name()).isPresent()));
    }

    /** The router ID: a router with no IPv4 address does not start version 3 unless it is told one. */
    public static Ipv4Address routerId(Device device, OspfProcess process) {
        return Ipv6RouterId.of(device, (name, address) -> process.settingsOf(name).isPresent());
    }
}

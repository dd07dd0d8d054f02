package dmvpn.network.device;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.OspfProcess;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * The router ID, four bytes that no IPv6 address has. A router with no IPv4 address does not start version 3 unless it is told
     * one, so configurations have one: the highest IPv4 address of a loopback; else the last four bytes of the address of the first
     * tunnel of the process, which differ in a cloud; else the highest IPv4 address of an interface; else the last four bytes of the
     * highest address of the process.
     */
    public static Ipv4Address routerId(Device device, OspfProcess process) {
        return highestIpv4(device.interfaces().stream().filter(port -> port.kind() == InterfaceKind.LOOPBACK))
                .or(() -> device.tunnels().stream().filter(tunnel -> process.settingsOf(tunnel.name()).isPresent())
                        .flatMap(tunnel -> lastBytes(tunnel.address().address()).stream()).findFirst())
                .or(() -> highestIpv4(device.interfaces().stream()))
                .or(() -> addresses(device.interfaces().stream().filter(port -> process.settingsOf(port.name()).isPresent()))
                        .max(Comparator.naturalOrder()).flatMap(Ospfv3::lastBytes))
                .orElse(new Ipv4Address(1));
    }

    private static Optional<Ipv4Address> highestIpv4(Stream<NetworkInterface> interfaces) {
        return addresses(interfaces).filter(Ipv4Address.class::isInstance).max(Comparator.naturalOrder())
                .map(Ipv4Address.class::cast);
    }

    private static Stream<IpAddress> addresses(Stream<NetworkInterface> interfaces) {
        return interfaces.flatMap(port -> port.assignment() instanceof AddressAssignment.Static fixed
                ? Stream.of(fixed.address()) : Stream.<InterfaceAddress>empty()).map(InterfaceAddress::address);
    }

    /** Empty for 0.0.0.0, which is no router ID. */
    private static Optional<Ipv4Address> lastBytes(IpAddress address) {
        return address instanceof Ipv6Address ipv6 ? Optional.of(new Ipv4Address((int) ipv6.low()))
                .filter(id -> !id.isUnspecified()) : Optional.empty();
    }
}

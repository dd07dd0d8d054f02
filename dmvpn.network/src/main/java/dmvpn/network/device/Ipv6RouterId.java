package dmvpn.network.device;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.routing.EigrpProcess;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Router IDs of protocols for IPv6: four bytes, which no IPv6 address has. Configurations have one, lest routers share it. */
public final class Ipv6RouterId {

    private Ipv6RouterId() {
    }

    /**
     * The highest IPv4 address of a loopback; else the last four bytes of the address of the first tunnel of the process, which
     * differ in a cloud; else the highest IPv4 address of an interface; else the last four bytes of the highest address of the
     * process.
     *
     * @param takesPart whether an interface, by its name and address, is of the process
     */
    static Ipv4Address of(Device device, BiPredicate<String, IpAddress> takesPart) {
        return highestIpv4(device.interfaces().stream().filter(port -> port.kind() == InterfaceKind.LOOPBACK))
                .or(() -> device.tunnels().stream().filter(tunnel -> takesPart.test(tunnel.name(), tunnel.address().address()))
                        .flatMap(tunnel -> lastBytes(tunnel.address().address()).stream()).findFirst())
                .or(() -> highestIpv4(device.interfaces().stream()))
                .or(() -> device.interfaces().stream().flatMap(port -> address(port)
                                .filter(own -> takesPart.test(port.name(), own)).stream())
                        .max(Comparator.naturalOrder()).flatMap(Ipv6RouterId::lastBytes))
                .orElse(new Ipv4Address(1));
    }

    /** That of a process of EIGRP for IPv6. */
    public static Ipv4Address of(Device device, EigrpProcess process) {
        return of(device, (name, address) -> address instanceof Ipv6Address && process.covers(address));
    }

    private static Optional<Ipv4Address> highestIpv4(Stream<NetworkInterface> interfaces) {
        return interfaces.flatMap(port -> address(port).stream()).filter(Ipv4Address.class::isInstance)
                .max(Comparator.naturalOrder()).map(Ipv4Address.class::cast);
    }

    private static Optional<IpAddress> address(NetworkInterface port) {
        return port.assignment() instanceof AddressAssignment.Static fixed
                ? Optional.of(fixed.address()).map(InterfaceAddress::address) : Optional.empty();
    }

    /** Empty for 0.0.0.0, which is no router ID. */
    private static Optional<Ipv4Address> lastBytes(IpAddress address) {
        return address instanceof Ipv6Address ipv6 ? Optional.of(new Ipv4Address((int) ipv6.low()))
                .filter(id -> !id.isUnspecified()) : Optional.empty();
    }
}

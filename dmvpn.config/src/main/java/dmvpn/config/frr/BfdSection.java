package dmvpn.config.frr;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** BFD: a profile for each interface that has it, which protocols name where they ask for it. */
final class BfdSection implements Section {

    @Override
    public void write(FrrContext context) {
        List<BidirectionalForwarding> configured = context.device().routing().forwardingDetection();
        if (configured.isEmpty()) {
            return;
        }
        context.block(configured.getFirst().origin(), List.of("bfd"));
        for (BidirectionalForwarding bfd : configured) {
            List<String> lines = new ArrayList<>();
            lines.add(" profile " + bfd.interfaceName());
            lines.add("  detect-multiplier " + bfd.multiplier());
            lines.add("  transmit-interval " + bfd.interval().toMillis());
            lines.add("  receive-interval " + bfd.interval().toMillis());
            lines.add(" exit");
            context.lines(bfd.origin(), lines);
            if (bfd.clients().contains(RouteSource.EIGRP)) {
                context.leaveOut("BFD of EIGRP on " + bfd.interfaceName() + ": FRRouting's EIGRP has none");
            }
        }
        context.line(configured.getFirst().origin(), "exit");
    }

    /** {@code " profile NAME"} for an interface with BFD, nothing for another. */
    static String profileOf(Device device, String interfaceName) {
        return device.routing().forwardingDetectionOn(interfaceName).map(bfd -> " profile " + bfd.interfaceName()).orElse("");
    }

    /** The same for the interface whose network a neighbour is in. */
    static String profileOf(Device device, IpAddress neighbor) {
        Optional<String> physical = device.interfaces().stream()
                .filter(port -> port.assignment() instanceof AddressAssignment.Static fixed
                        && fixed.address().prefix().contains(neighbor))
                .map(NetworkInterface::name).findFirst();
        return physical.or(() -> device.tunnels().stream().filter(tunnel -> tunnel.address().prefix().contains(neighbor))
                .map(TunnelInterface::name).findFirst()).map(name -> profileOf(device, name)).orElse("");
    }
}

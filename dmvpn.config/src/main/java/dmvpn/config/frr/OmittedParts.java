package dmvpn.config.frr;

import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.Device;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.RawConfiguration;
import dmvpn.network.device.Vendor;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.tunnel.TunnelInterface;

/** Names the parts of a device that are no matter of routing, or that are configured elsewhere than in {@code frr.conf}. */
final class OmittedParts {

    /** Longest name of an interface on Linux (IFNAMSIZ of linux/if.h without the final zero). */
    private static final int LONGEST_INTERFACE_NAME = 15;

    private OmittedParts() {
    }

    static void name(FrrContext context) {
        Device device = context.device();
        for (TunnelInterface tunnel : device.tunnels()) {
            context.leaveOut("tunnel " + tunnel.name() + ": its GRE device, NHRP and IPsec are not written yet");
            tunnel.options().linkLocalAddress().ifPresent(address -> context.leaveOut("the link-local address " + address + " of "
                    + tunnel.name() + ": Linux has it at the device (ip address add " + address + "/64 dev " + tunnel.name() + ")"));
            tunnel.options().pathMtuDiscovery().ifPresent(discovery -> context.leaveOut("path MTU discovery of " + tunnel.name()
                    + ": Linux has it at the device (ip tunnel change " + tunnel.name() + " pmtudisc)"));
        }
        device.vrfs().forEach(vrf -> context.leaveOut(
                "VRF " + vrf.name() + ": Linux makes its device (ip link add " + vrf.name() + " type vrf table NUMBER)"));
        for (NetworkInterface port : device.interfaces()) {
            nameOf(context, port);
        }
        for (OnDemandRouting ignored : device.routing().odr()) {
            context.leaveOut("on-demand routing: FRRouting has none");
        }
        if (!device.forwarding().policyRoutes().isEmpty()) {
            context.leaveOut("policy routes: not written yet");
        }
        device.forwarding().clearedDontFragment().forEach(cleared -> context.leaveOut("clear-df on " + cleared.interfaceName()
                + ": Linux clears the bit with nftables"));
        if (!device.forwarding().internetExits().isEmpty()) {
            context.leaveOut("the exit to the Internet: Linux translates addresses with nftables");
        }
        for (RawConfiguration raw : device.raw()) {
            if (raw.vendor() != Vendor.FRR) {
                context.leaveOut("raw lines for " + raw.vendor().keyword());
            }
        }
    }

    private static void nameOf(FrrContext context, NetworkInterface port) {
        if (port.name().length() > LONGEST_INTERFACE_NAME) {
            context.leaveOut("interface " + port.name() + ": Linux takes names of at most " + LONGEST_INTERFACE_NAME
                    + " characters, so that it needs another one");
        }
        port.vrf().ifPresent(vrf -> context.leaveOut("interface " + port.name() + " in VRF " + vrf
                + ": Linux puts it there (ip link set " + port.name() + " master " + vrf + ")"));
        if (port.assignment() instanceof AddressAssignment.Dhcp) {
            context.leaveOut("the lease of " + port.name() + ": a DHCP client of Linux asks for it");
        }
        port.reversePathCheck().ifPresent(check -> context.leaveOut("the check of source addresses on " + port.name()
                + ": sysctl net.ipv4.conf." + port.name() + ".rp_filter"));
    }
}

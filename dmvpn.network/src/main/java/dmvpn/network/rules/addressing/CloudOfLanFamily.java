package dmvpn.network.rules.addressing;

import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.Device;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.membership.RouterView;
import java.util.function.Consumer;

/** A local network should have a tunnel of its family. */
public final class CloudOfLanFamily implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-AD-10",
            Severity.WARNING,
            "A local network has a cloud of its family",
            "A tunnel leads to networks of the family of its overlay: over an IPv4 overlay there is no route to an IPv6 network, "
                    + "and the other way round. A local network whose router has no tunnel of its family is reached by no other "
                    + "site. Join a cloud with an overlay of that family; what carries the tunnels may be of either.",
            "RFC 2332 section 5.1 (one protocol type for all protocol addresses of a message)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        Device device = router.device();
        for (NetworkInterface lan : device.interfaces()) {
            if (lan.kind() == InterfaceKind.LAN && !router.members().isEmpty()) {
                boolean ipv6 = lan.assignment().isOfIpv6();
                if (device.tunnels().stream().noneMatch(tunnel -> tunnel.address().address() instanceof Ipv6Address == ipv6)) {
                    findings.accept(new Finding(RULE, "The local network on " + lan.name() + " of " + device.reference() + " is "
                            + family(ipv6) + ", and its tunnels lead to " + family(!ipv6) + " networks only: join a cloud with an "
                            + family(ipv6) + " overlay", lan.origin()));
                }
            }
        }
    }

    private static String family(boolean ipv6) {
        return ipv6 ? "IPv6" : "IPv4";
    }
}

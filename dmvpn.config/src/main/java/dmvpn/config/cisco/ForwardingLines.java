package dmvpn.config.cisco;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.device.ReversePathCheck;
import dmvpn.network.forwarding.ForwardingPolicy;
import dmvpn.network.forwarding.PolicyRoute;
import dmvpn.network.forwarding.PolicyScope;
import java.util.Optional;

/** What an interface says about the packets that arrive on it: policy routing, translation, the check of their sources. */
final class ForwardingLines {

    /** The lines of a physical or loopback interface. */
    void write(CiscoContext context, NetworkInterface port) {
        port.reversePathCheck().ifPresent(check -> context.lines(check.origin(), " " + CiscoText.family(port)
                + " verify unicast source reachable-via " + (check.mode() == ReversePathCheck.Mode.STRICT ? "rx" : "any")));
        writePolicy(context, port.name());
        ForwardingPolicy forwarding = context.device().forwarding();
        forwarding.internetExits().stream().filter(exit -> exit.interfaceName().equals(port.name())).findFirst()
                .ifPresent(exit -> context.lines(exit.origin(), " ip nat outside"));
        if (port.kind() == InterfaceKind.LAN && !forwarding.internetExits().isEmpty() && InternetExitSection.isTranslated(port)) {
            context.lines(forwarding.internetExits().getFirst().origin(), " ip nat inside");
        }
    }

    /** The policy of an interface or tunnel. */
    void writePolicy(CiscoContext context, String interfaceName) {
        Optional<PolicyRoute> first = context.device().forwarding().policyRoutes().stream()
                .filter(route -> route.scope() instanceof PolicyScope.ArrivingOn on && on.interfaceName().equals(interfaceName))
                .findFirst();
        first.ifPresent(route -> context.lines(route.origin(), " " + CiscoText.family(route.nextHop()) + " policy route-map "
                + PolicyRouteSection.nameOf(route.scope())));
        if (first.filter(route -> route.nextHop() instanceof Ipv4Address).isEmpty()) {
            context.device().forwarding().clearedDontFragment(interfaceName).ifPresent(cleared -> context.lines(cleared.origin(),
                    " ip policy route-map " + PolicyRouteSection.nameOf(new PolicyScope.ArrivingOn(interfaceName, cleared.origin()))));
        }
    }
}

package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Registration;
import dmvpn.network.rules.membership.RouterView;
import dmvpn.network.tunnel.RouteVia;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A tunnel that may use one interface alone needs one of the best routes out of it. */
public final class RouteViaHasRoute implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-UL-04",
            Severity.ERROR,
            "A mandatory route-via has a route",
            "tunnel route-via chooses among the best routes to the far end. With mandatory, packets are dropped when none of "
                    + "these leads out of the interface; a worse route out of it does not count. Give each uplink a default "
                    + "route of the same distance.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010; Cisco IOS Interface and "
                    + "Hardware Component Command Reference, tunnel route-via");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.ROUTE_VIA);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (Registration registration : router.registrations()) {
            for (PeerAddresses peer : PeerAddresses.of(registration, router)) {
                Optional<RouteVia> via = peer.from().tunnel().options().routeVia().filter(RouteVia::mandatory);
                if (via.isEmpty() || peer.addresses().isEmpty()) {
                    continue;
                }
                IpAddress address = peer.addresses().getFirst();
                Set<String> egress = UnderlayEgress.toward(address, peer.from().device(), peer.from().tunnel().frontDoorVrf());
                if (!egress.contains(via.get().interfaceName())) {
                    String instead = egress.isEmpty() ? "there is none" : "the best leads out of " + String.join(", ", egress);
                    findings.accept(new Finding(RULE, peer.from().tunnel().name() + " of " + peer.from().name()
                            + " drops packets to " + address + " of " + peer.to().name() + ", since no best route leads out of "
                            + via.get().interfaceName() + " (" + instead + "): give " + via.get().interfaceName()
                            + " a gateway", via.get().origin()));
                }
            }
        }
    }
}

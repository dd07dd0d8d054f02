package dmvpn.network.rules.underlay;

import dmvpn.network.address.IpAddress;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.forwarding.PolicyRoute;
import dmvpn.network.forwarding.PolicyScope;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.RouterRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.RouterView;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Policy routing does not apply to what a tunnel sends. */
public final class PolicyDoesNotSteerTunnels implements RouterRule {

    private static final Rule RULE = new Rule(
            "R-UL-02",
            Severity.ERROR,
            "Policy routing is not meant for encapsulated packets",
            "Local policy routing looks at packets that the router makes itself. GRE and IPsec packets are made behind the place "
                    + "where it looks, so it never sees them, and the tunnel goes on using the routing table. Use a front-door "
                    + "VRF for each uplink instead.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.POLICY_ROUTES);
    }

    @Override
    public void check(RouterView router, Consumer<Finding> findings) {
        for (PolicyRoute route : router.device().forwarding().policyRoutes()) {
            if (route.scope() instanceof PolicyScope.OwnPackets) {
                meant(route, router).ifPresent(what -> findings.accept(new Finding(RULE, "The local policy of "
                        + router.device().reference() + " toward " + route.nextHop() + " is meant for " + what
                        + ", which it never sees: put the uplink into a front-door VRF", route.origin())));
            }
        }
    }

    private static Optional<String> meant(PolicyRoute route, RouterView router) {
        Optional<PacketProtocol> protocol = route.protocol();
        if (protocol.isPresent()) {
            return protocol.filter(PacketProtocol::isEncapsulation)
                    .map(found -> found.name() + " packets").filter(what -> !router.members().isEmpty());
        }
        for (Member member : router.members()) {
            Optional<IpAddress> source = member.source().flatMap(NetworkInterface::fixedAddress);
            boolean meansSource = source.isPresent() && route.source().filter(prefix -> prefix.contains(source.get())).isPresent();
            boolean meansServer = route.destination().isPresent() && member.tunnel().nhrp().nextHopServers().stream()
                    .anyMatch(server -> route.destination().get().contains(server.nbmaAddress()));
            if (meansSource || meansServer) {
                return Optional.of("the packets of " + member.tunnel().name());
            }
        }
        return Optional.empty();
    }
}

package dmvpn.network.rules.routing;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.InterfaceKind;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.NetworkRule;
import dmvpn.network.rules.Rule;
import dmvpn.network.rules.Severity;
import dmvpn.network.rules.features.Feature;
import dmvpn.network.rules.membership.Member;
import dmvpn.network.rules.membership.Memberships;
import dmvpn.network.rules.membership.Server;
import dmvpn.network.tunnel.Phase;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** With static routes direct tunnels of Phase 2 need the other spoke as next hop. */
public final class StaticNextHopIsSpoke implements NetworkRule {

    private static final Rule RULE = new Rule(
            "R-RT-18",
            Severity.WARNING,
            "Static routes of Phase 2 name the spoke that has the network",
            "In Phase 2 a spoke resolves the next hop of its route and no more. A route to another spoke's "
                    + "network whose next hop is the hub keeps the traffic on the hub for ever. Name the other spoke's "
                    + "tunnel address, or use Phase 3.",
            "Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Feature> needs() {
        return Set.of(Feature.STATIC_ROUTES);
    }

    @Override
    public void check(Memberships memberships, Consumer<Finding> findings) {
        for (Server server : memberships.servers()) {
            if (memberships.cloud(server.member().tunnel().cloud()).filter(cloud -> cloud.phase() == Phase.PHASE_2).isPresent()) {
                check(server, findings);
            }
        }
    }

    private static void check(Server server, Consumer<Finding> findings) {
        Map<IpPrefix, Member> owners = new HashMap<>();
        server.clients().stream().filter(Member::isSpoke).forEach(client -> client.device().interfaces().stream()
                .filter(lan -> lan.kind() == InterfaceKind.LAN && lan.vrf().equals(client.tunnel().vrf()))
                .forEach(lan -> {
                    if (lan.assignment() instanceof AddressAssignment.Static fixed) {
                        owners.putIfAbsent(fixed.address().prefix(), client);
                    }
                }));
        for (Member client : server.clients()) {
            for (StaticRoute route : client.device().routing().staticRoutes()) {
                Member owner = route.nextHop().filter(server.member().protocolAddress()::equals).isPresent()
                        ? owners.get(route.destination()) : null;
                if (owner != null && owner.device() != client.device()) {
                    findings.accept(new Finding(RULE, "The route of " + client.name() + " to " + route.destination() + " of "
                            + owner.name() + " leads to hub " + server.member().name() + ", so no direct tunnel appears: name "
                            + owner.protocolAddress() + " as next hop", route.origin()));
                }
            }
        }
    }
}

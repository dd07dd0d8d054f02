package dmvpn.dsl.compile;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.tunnel.NextHopServer;
import dmvpn.network.tunnel.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Static routes over a cloud. A spoke has the summaries and the default that its hubs stand for, or else one route for
 * each network of the others: through the hub, but in Phase 2 through the spoke that has the network, since there the next
 * hop decides who is resolved (Cisco Support Community, Ask the Expert: Dynamic Multipoint VPN, M. Sullenberger, 2010). A hub
 * has one route for each network of a spoke.
 */
final class CloudStaticRoutes {

    /** How much worse the route through the next worse server is. */
    private static final int STEP = 10;

    private final RoutedRouter router;
    private final List<StaticRoute> routes;

    /** @param routes gets the routes */
    CloudStaticRoutes(RoutedRouter router, List<StaticRoute> routes) {
        this.router = router;
        this.routes = routes;
    }

    void add(RoutingPlan plan, MemberTunnel tunnel) {
        if (router.site().plan().isHub()) {
            addOfHub(plan, tunnel);
        } else {
            addOfSpoke(plan, tunnel);
        }
    }

    private void addOfSpoke(RoutingPlan plan, MemberTunnel tunnel) {
        List<InterfacePlan.Summary> summaries = plan.tunnels().summaries().stream()
                .filter(summary -> summary.by() != Group.SPOKES).toList();
        summaries.forEach(summary -> viaServers(plan, tunnel, summary.prefix(), summary.origin()));
        plan.defaults().forEach(said -> viaServers(plan, tunnel, anything(tunnel), said.origin()));
        if (summaries.isEmpty() && plan.defaults().isEmpty()) {
            CloudPlan cloud = tunnel.membership().cloud();
            boolean direct = cloud.cloud().phase() == Phase.PHASE_2;
            for (CloudMember other : others(cloud)) {
                for (IpPrefix network : other.networks()) {
                    if (direct || other.hub() && servers(tunnel).contains(other.address())) {
                        add(plan, tunnel, network, other.address(), 0, plan.origin());
                    } else {
                        viaServers(plan, tunnel, network, plan.origin());
                    }
                }
            }
        }
    }

    private void addOfHub(RoutingPlan plan, MemberTunnel tunnel) {
        CloudPlan cloud = tunnel.membership().cloud();
        List<CloudMember> all = router.members().of(cloud);
        Optional<CloudMember> own = all.stream().filter(this::isSelf).findFirst();
        for (CloudMember other : others(cloud)) {
            IpAddress nextHop = other.hub() || own.isEmpty() || other.registersWith(own.get()) ? other.address()
                    : all.stream().filter(hub -> hub.hub() && other.registersWith(hub)).map(CloudMember::address).findFirst()
                            .orElse(other.address());
            other.networks().forEach(network -> add(plan, tunnel, network, nextHop, 0, plan.origin()));
        }
    }

    private List<CloudMember> others(CloudPlan cloud) {
        return router.members().of(cloud).stream().filter(member -> !isSelf(member)).toList();
    }

    private boolean isSelf(CloudMember member) {
        return member.device().equals(router.site().plan().name());
    }

    private static List<IpAddress> servers(MemberTunnel tunnel) {
        return tunnel.tunnel().nhrp().nextHopServers().stream().map(NextHopServer::protocolAddress).toList();
    }

    /** Servers of the best priority share the traffic, the others wait behind them. */
    private void viaServers(RoutingPlan plan, MemberTunnel tunnel, IpPrefix destination, Origin origin) {
        List<NextHopServer> servers = tunnel.tunnel().nhrp().nextHopServers();
        TreeSet<Integer> priorities = new TreeSet<>(servers.stream().map(NextHopServer::priority).toList());
        for (NextHopServer server : servers) {
            add(plan, tunnel, destination, server.protocolAddress(), STEP * priorities.headSet(server.priority()).size(), origin);
        }
    }

    private static IpPrefix anything(MemberTunnel tunnel) {
        return tunnel.tunnel().address().address() instanceof Ipv6Address ? IpPrefix.parse("::/0") : IpPrefix.IPV4_DEFAULT;
    }

    /** A tunnel leads to networks of its own family only. */
    private void add(RoutingPlan plan, MemberTunnel tunnel, IpPrefix destination, IpAddress nextHop, int worse, Origin origin) {
        if (destination.network().bitLength() != nextHop.bitLength()) {
            return;
        }
        int best = plan.common().distance().map(AdministrativeDistance::internal).orElse(1);
        routes.add(new StaticRoute(tunnel.tunnel().vrf(), destination, Optional.of(nextHop), Optional.empty(),
                Math.min(best + worse, 254), origin.labelled(router.label())));
    }
}

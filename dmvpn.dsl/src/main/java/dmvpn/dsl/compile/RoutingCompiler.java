package dmvpn.dsl.compile;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.RouteClause;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.AddressAssignment;
import dmvpn.network.device.NetworkInterface;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.tunnel.TunnelInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles the routing of a router. */
final class RoutingCompiler {

    private record ProcessKey(int autonomousSystem, Optional<String> vrf) {
    }

    private static final class Process {
        private final Set<IpPrefix> networks = new LinkedHashSet<>();
        private final List<EigrpInterface> interfaces = new ArrayList<>();
        private final Origin origin;
        private Optional<EigrpStub> stub = Optional.empty();

        Process(Origin origin) {
            this.origin = origin;
        }
    }

    private final CompileContext context;
    private final Map<CloudPlan, List<IpPrefix>> hubNetworks;

    /** @param hubNetworks local networks of the hubs of each cloud, for summaries that leak them */
    RoutingCompiler(CompileContext context, Map<CloudPlan, List<IpPrefix>> hubNetworks) {
        this.context = context;
        this.hubNetworks = hubNetworks;
    }

    RoutingConfiguration compile(RouterSite site, List<MemberTunnel> tunnels) {
        Map<ProcessKey, Process> processes = new LinkedHashMap<>();
        for (MemberTunnel tunnel : tunnels) {
            tunnel.membership().cloud().routing().ifPresent(routing -> addTunnel(processes, site, tunnel, routing));
        }
        List<EigrpProcess> eigrp = new ArrayList<>();
        processes.forEach((key, process) -> eigrp.add(new EigrpProcess(key.autonomousSystem(), key.vrf(),
                new ArrayList<>(process.networks),
                process.stub, process.interfaces, process.origin)));
        return new RoutingConfiguration(staticRoutes(site), eigrp, site.plan().origin());
    }

    private void addTunnel(Map<ProcessKey, Process> processes, RouterSite site, MemberTunnel member, RoutingPlan routing) {
        Optional<String> vrf = member.tunnel().vrf();
        Process process = processes.computeIfAbsent(
                new ProcessKey(routing.autonomousSystem(), vrf), key -> new Process(routing.origin()));
        process.networks.add(member.membership().cloud().cloud().overlay());
        process.networks.addAll(announced(site, vrf));
        process.interfaces.add(eigrpInterface(site, member.membership(), routing, member.tunnel()));
        boolean stub = site.plan().isHub() ? routing.stubHubs() : routing.stubSpokes();
        if (stub && process.stub.isEmpty()) {
            // What IOS does for a bare "eigrp stub".
            process.stub = Optional.of(new EigrpStub(true, true, routing.stubOrigin()));
        }
    }

    private static List<IpPrefix> announced(RouterSite site, Optional<String> vrf) {
        List<IpPrefix> prefixes = new ArrayList<>();
        for (LocalNetwork network : site.localNetworks()) {
            if (network.networkInterface().vrf().equals(vrf)) {
                prefixes.add(network.prefix());
            }
        }
        for (NetworkInterface loopback : site.loopbacks()) {
            if (loopback.vrf().equals(vrf) && loopback.assignment() instanceof AddressAssignment.Static configured) {
                prefixes.add(configured.address().prefix());
            }
        }
        return prefixes;
    }

    private EigrpInterface eigrpInterface(
            RouterSite site, Membership membership, RoutingPlan routing, TunnelInterface tunnel) {
        boolean hub = site.plan().isHub();
        List<EigrpSummary> summaries = new ArrayList<>();
        for (RoutingPlan.Summary summary : routing.summaries()) {
            if (summary.fromHubs() == hub) {
                summaries.add(new EigrpSummary(summary.prefix(), leaked(membership, summary), summary.origin()));
            }
        }
        return new EigrpInterface(tunnel.name(), routing.helloInterval(), routing.holdTime(),
                !hub || routing.hubSplitHorizon(), !hub || routing.hubNextHopSelf(), false, summaries,
                routing.origin());
    }

    private List<IpPrefix> leaked(Membership membership, RoutingPlan.Summary summary) {
        return summary.leakHubLans()
                ? hubNetworks.getOrDefault(membership.cloud(), List.of()).stream().filter(summary.prefix()::contains).toList()
                : List.of();
    }

    private List<StaticRoute> staticRoutes(RouterSite site) {
        List<StaticRoute> routes = new ArrayList<>();
        ValueReader values = site.plan().values();
        for (RouteClause clause : site.plan().routes()) {
            Optional<IpPrefix> destination = values.prefix(clause, ROUTE_CLAUSE__DESTINATION, clause.getDestination());
            Optional<IpAddress> nextHop = values.address(clause, ROUTE_CLAUSE__NEXT_HOP, clause.getNextHop());
            int distance = values.integer(clause, ROUTE_CLAUSE__DISTANCE, clause.getDistance(), 1, 255).orElse(1);
            if (destination.isPresent() && nextHop.isPresent()) {
                routes.add(new StaticRoute(Optional.ofNullable(clause.getVrf()), destination.get(), nextHop,
                        Optional.empty(), distance, context.origins().of(clause, site.plan().label() + " route")));
            }
        }
        return routes;
    }
}

package dmvpn.dsl.compile;

import static dmvpn.dsl.routing.RoutingPackage.Literals.*;

import dmvpn.dsl.routing.RoutingInterfaceClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.OnDemandRouting;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Compiles the routing of a router: what its clouds say and what it says itself. A clause of the router with the protocol and
 * the process of a cloud speaks of the same process.
 */
final class RoutingCompiler {

    private record ProcessKey(long process, Optional<String> vrf) {
    }

    private final CompileContext context;
    private final CloudMembers members;
    private final RoutingClauseCompiler clauses;
    private final NeighborCompiler neighbors;

    /** @param members what routing needs to know of the members of each cloud */
    RoutingCompiler(CompileContext context, CloudMembers members, RoutingClauseCompiler clauses, RouterDirectory routers) {
        this.context = context;
        this.members = members;
        this.clauses = clauses;
        this.neighbors = new NeighborCompiler(context, routers, clauses);
    }

    RoutingConfiguration compile(RouterSite site, List<MemberTunnel> tunnels) {
        return new OfRouter(new RoutedRouter(context, site, tunnels, members, new UsedPolicies(), new UsedDetection())).compile();
    }

    /** The processes of one router while they are put together. */
    private final class OfRouter {

        private final RoutedRouter router;
        private final Map<ProcessKey, EigrpAssembly> eigrp = new LinkedHashMap<>();
        private final Map<ProcessKey, OspfAssembly> ospf = new LinkedHashMap<>();
        private final Map<ProcessKey, BgpAssembly> bgp = new LinkedHashMap<>();
        private final Map<ProcessKey, RipAssembly> rip = new LinkedHashMap<>();
        private final Map<Optional<String>, OnDemandRouting> odr = new LinkedHashMap<>();
        private final List<StaticRoute> staticRoutes;
        private final List<String> namedForOspf = new ArrayList<>();

        OfRouter(RoutedRouter router) {
            this.router = router;
            this.staticRoutes = new ArrayList<>(new StaticRouteCompiler(context).compile(router.site(), router.tunnels()));
        }

        RoutingConfiguration compile() {
            for (MemberTunnel tunnel : router.tunnels()) {
                for (RoutingPlan plan : tunnel.membership().cloud().routing()) {
                    addTunnel(plan, tunnel);
                }
            }
            clauses.compileOwn(router.site().plan().routing(), router.site().plan().values()).forEach(this::addOwn);
            return new RoutingConfiguration(staticRoutes,
                    built(eigrp, EigrpAssembly::build), built(ospf, assembly -> assembly.build(namedForOspf)),
                    built(bgp, BgpAssembly::build), built(rip, RipAssembly::build), new ArrayList<>(odr.values()),
                    router.detection().all(), router.policies().all(), router.site().plan().origin());
        }

        private static <A, T> List<T> built(Map<ProcessKey, A> assemblies, Function<A, T> build) {
            return assemblies.values().stream().map(build).toList();
        }

        private void addTunnel(RoutingPlan plan, MemberTunnel tunnel) {
            Optional<String> vrf = tunnel.tunnel().vrf();
            if (plan.vrf().isPresent() && !plan.vrf().equals(vrf)) {
                context.report(TextRules.VALUE, "Routing in VRF " + plan.vrf().get() + " cannot run over "
                        + tunnel.tunnel().name() + " of " + router.site().plan().reference() + ", which is in "
                        + vrf.map(name -> "VRF " + name).orElse("the global table") + ": give the tunnels that vrf", plan.clause(),
                        ROUTING_CLAUSE__VRF, router.label());
                return;
            }
            ProcessKey key = new ProcessKey(plan.process(), vrf);
            switch (plan.protocol()) {
                case EIGRP -> eigrp.computeIfAbsent(key, none -> new EigrpAssembly(router, plan, vrf)).addTunnel(plan, tunnel);
                case OSPF -> ospf.computeIfAbsent(key, none -> new OspfAssembly(router, plan, vrf)).addTunnel(plan, tunnel);
                case BGP -> new AutonomousSystems(plan).own(router.site().plan()).flatMap(number -> bgp(number, plan, vrf))
                        .ifPresent(process -> process.addTunnel(plan, tunnel));
                case RIP -> rip.computeIfAbsent(key, none -> new RipAssembly(router, plan, vrf)).addTunnel(plan, tunnel);
                case ODR -> addOnDemand(plan, tunnel);
                default -> new CloudStaticRoutes(router, staticRoutes).add(plan, tunnel);
            }
            addToProcess(plan, vrf);
        }

        private void addOwn(RoutingPlan plan) {
            ProcessKey key = new ProcessKey(plan.process(), plan.vrf());
            switch (plan.protocol()) {
                case EIGRP -> eigrp.computeIfAbsent(key, none -> new EigrpAssembly(router, plan, plan.vrf()));
                case OSPF -> ospf.computeIfAbsent(key, none -> new OspfAssembly(router, plan, plan.vrf()));
                case BGP -> bgp(plan.process(), plan, plan.vrf());
                case RIP -> rip.computeIfAbsent(key, none -> new RipAssembly(router, plan, plan.vrf()));
                default -> context.report(TextRules.UNKNOWN_SETTING, "routing " + plan.protocol().keyword()
                        + " is said of a cloud; a router's own static routes are written route PREFIX via ADDRESS", plan.clause(),
                        ROUTING_CLAUSE__PROTOCOL, router.label());
            }
            addToProcess(plan, plan.vrf());
            addToTunnels(plan, key);
        }

        /** What a router says for itself of tunnels: more than its clouds say. */
        private void addToTunnels(RoutingPlan plan, ProcessKey key) {
            OwnRoutingSettings settings = new OwnRoutingSettings(plan, router);
            if (plan.protocol() == RouteSource.OSPF) {
                ospf.get(key).addArea(plan);
            }
            if (plan.protocol() == RouteSource.BGP) {
                Optional.ofNullable(bgp.get(key)).ifPresent(process -> process.addSummaries(plan));
                settings.reportThoseOfClouds();
            } else if (settings.speakOfTunnels() && !switch (plan.protocol()) {
                case EIGRP -> eigrp.get(key).addToTunnels(plan);
                case OSPF -> ospf.get(key).addToTunnels(plan);
                case RIP -> rip.get(key).addToTunnels(plan);
                default -> true; // said of a cloud, and reported
            }) {
                settings.reportThoseOfTunnels();
            }
        }

        /** The process of an autonomous system, of which a router has one. */
        private Optional<BgpAssembly> bgp(long number, RoutingPlan plan, Optional<String> vrf) {
            Optional<BgpAssembly> other = bgp.values().stream().filter(process -> process.autonomousSystem() != number).findFirst();
            if (other.isPresent()) {
                context.report(TextRules.VALUE, router.site().plan().reference() + " is in autonomous system "
                        + other.get().autonomousSystem() + " already: a router has one, so it cannot be in " + number + " too",
                        plan.clause(), ROUTING_CLAUSE__PROCESS, router.label());
                return Optional.empty();
            }
            return Optional.of(bgp.computeIfAbsent(new ProcessKey(number, vrf),
                    none -> new BgpAssembly(router, number, plan, vrf)));
        }

        private void addToProcess(RoutingPlan plan, Optional<String> vrf) {
            ProcessKey key = new ProcessKey(plan.process(), vrf);
            if (plan.protocol() == RouteSource.BGP) {
                bgp.values().stream().filter(process -> bgp.get(new ProcessKey(process.autonomousSystem(), vrf)) == process)
                        .findFirst().ifPresent(process -> {
                            process.add(plan);
                            neighbors.add(plan, router, process);
                        });
            }
            Optional.ofNullable(plan.protocol() == RouteSource.EIGRP ? eigrp.get(key) : null).ifPresent(process -> {
                process.add(plan);
                onPorts(plan, vrf, process::addPorts);
            });
            Optional.ofNullable(plan.protocol() == RouteSource.OSPF ? ospf.get(key) : null).ifPresent(process -> {
                process.add(plan);
                onPorts(plan, vrf, (ports, said) -> {
                    process.addPorts(ports, said);
                    ports.forEach(port -> namedForOspf.add(port.name()));
                });
            });
            Optional.ofNullable(plan.protocol() == RouteSource.RIP ? rip.get(key) : null).ifPresent(process -> {
                process.add(plan);
                onPorts(plan, vrf, process::addPorts);
            });
        }

        private void onPorts(RoutingPlan plan, Optional<String> vrf,
                java.util.function.BiConsumer<List<RoutedRouter.Port>, InterfacePlan> add) {
            for (RoutingInterfaceClause clause : plan.interfaces()) {
                new RoutingSettings(context).check(clause, plan.protocol(), router.label());
                InterfacePlan said = new RoutingInterfaceReader(context).ofInterfaces(clause, router.site().plan().values());
                add.accept(router.ports(clause, vrf), said);
            }
        }

        private void addOnDemand(RoutingPlan plan, MemberTunnel tunnel) {
            Optional<String> vrf = tunnel.tunnel().vrf();
            OnDemandRouting known = odr.get(vrf);
            List<String> interfaces = new ArrayList<>(known == null ? List.of() : known.interfaces());
            interfaces.add(tunnel.tunnel().name());
            OptionalInt distance = plan.common().distance().map(AdministrativeDistance::internal)
                    .map(OptionalInt::of).orElse(known == null ? OptionalInt.empty() : known.distance());
            odr.put(vrf, new OnDemandRouting(router.site().plan().isHub(), vrf, interfaces, distance, plan.origin()));
        }
    }
}

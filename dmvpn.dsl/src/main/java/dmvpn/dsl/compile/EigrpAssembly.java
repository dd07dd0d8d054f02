package dmvpn.dsl.compile;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpInterface;
import dmvpn.network.routing.EigrpMetricWeights;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.EigrpStub;
import dmvpn.network.routing.EigrpSummary;
import dmvpn.network.routing.NextHopSelf;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.tunnel.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts one EIGRP process of a router together. */
final class EigrpAssembly {

    private final RoutedRouter router;
    private final int autonomousSystem;
    private final Optional<String> vrf;
    private final Origin origin;
    private final Set<IpPrefix> networks = new LinkedHashSet<>();
    private final Map<String, EigrpInterface> interfaces = new LinkedHashMap<>();
    private final List<MemberTunnel> tunnels = new ArrayList<>();
    private final OptionsAssembly options = new OptionsAssembly();
    private Optional<EigrpStub> stub = Optional.empty();
    private Optional<EigrpMetricWeights> metricWeights = Optional.empty();
    private Optional<String> name = Optional.empty();

    EigrpAssembly(RoutedRouter router, RoutingPlan plan, Optional<String> vrf) {
        this.router = router;
        this.autonomousSystem = (int) plan.process();
        this.vrf = vrf;
        this.origin = plan.origin();
    }

    /** Adds a tunnel of a cloud, and the router's own networks. */
    void addTunnel(RoutingPlan plan, MemberTunnel member) {
        networks.add(member.membership().cloud().cloud().overlay());
        networks.addAll(router.localPrefixes(vrf));
        String name = member.tunnel().name();
        tunnels.add(member);
        interfaces.put(name, tunnel(plan, member));
        router.detection().use(name, plan.tunnels(), router.role(), RouteSource.EIGRP);
    }

    /** Adds what a clause says about the process. */
    void add(RoutingPlan plan) {
        networks.addAll(plan.advertised());
        options.add(plan.common(), router.role(), router.policies(), RouteSource.EIGRP);
        metricWeights = plan.metricWeights().or(() -> metricWeights);
        name = plan.named().or(() -> name);
        if (stub.isEmpty()) {
            // What IOS does for a bare "eigrp stub".
            stub = Grouped.of(plan.stubs(), router.role()).map(said -> new EigrpStub(true, true, said.origin()));
        }
    }

    /** Adds what the router itself says of its tunnels; false when the process has none. */
    boolean addToTunnels(RoutingPlan plan) {
        InterfacePlan said = plan.tunnels();
        for (MemberTunnel member : tunnels) {
            String name = member.tunnel().name();
            EigrpInterface known = interfaces.get(name);
            List<EigrpSummary> summaries = new ArrayList<>(known.summaries());
            summaries.addAll(summaries(plan, member));
            interfaces.put(name, with(known, said, summaries));
            router.detection().use(name, said, router.role(), RouteSource.EIGRP);
        }
        return !tunnels.isEmpty();
    }

    /** An interface with what else is said of it. */
    private EigrpInterface with(EigrpInterface known, InterfacePlan said, List<EigrpSummary> summaries) {
        return new EigrpInterface(known.interfaceName(), said.hello().orElse(known.helloInterval()),
                said.hold().orElse(known.holdTime()), said.splitHorizon().orElse(known.splitHorizon()),
                said.nextHopSelf().map(self -> self != NextHopSelf.OFF).orElse(known.nextHopSelf()),
                known.passive() || Grouped.of(said.passive(), router.role()).isPresent(), summaries, said.origin());
    }

    /** Adds interfaces that a clause names. */
    void addPorts(List<RoutedRouter.Port> ports, InterfacePlan plan) {
        for (RoutedRouter.Port port : ports) {
            port.address().map(InterfaceAddress::prefix).ifPresent(networks::add);
            EigrpInterface known = interfaces.getOrDefault(port.name(), EigrpInterface.withDefaults(port.name(), plan.origin()));
            List<EigrpSummary> summaries = new ArrayList<>(known.summaries());
            plan.summaries().forEach(summary -> summaries.add(new EigrpSummary(summary.prefix(), List.of(), summary.origin())));
            interfaces.put(port.name(), with(known, plan, summaries));
            router.detection().use(port.name(), plan, router.role(), RouteSource.EIGRP);
        }
    }

    EigrpProcess build() {
        return new EigrpProcess(name, autonomousSystem, vrf, new ArrayList<>(networks), stub, new ArrayList<>(interfaces.values()),
                metricWeights, options.build(origin), origin);
    }

    /**
     * In Phase 2 a hub announces each spoke's routes to the others with the spoke as next hop, so neither split horizon
     * nor next-hop-self may be on; in the other phases IOS's defaults (both on) are right (RFC 7868; Cisco, Dynamic
     * Multipoint VPN configuration guide).
     */
    private EigrpInterface tunnel(RoutingPlan plan, MemberTunnel member) {
        boolean hub = router.site().plan().isHub();
        boolean otherwise = member.membership().cloud().cloud().phase() != Phase.PHASE_2;
        InterfacePlan said = plan.tunnels();
        return new EigrpInterface(member.tunnel().name(),
                said.hello().orElse(EigrpInterface.DEFAULT_HELLO_INTERVAL),
                said.hold().orElse(EigrpInterface.DEFAULT_HOLD_TIME),
                !hub || said.splitHorizon().orElse(otherwise),
                !hub || said.nextHopSelf().map(self -> self != NextHopSelf.OFF).orElse(otherwise),
                Grouped.of(said.passive(), router.role()).isPresent(),
                summaries(plan, member), plan.origin());
    }

    private List<EigrpSummary> summaries(RoutingPlan plan, MemberTunnel member) {
        List<EigrpSummary> summaries = new ArrayList<>();
        for (InterfacePlan.Summary summary : plan.summaries(router.role())) {
            List<IpPrefix> leaked = summary.leakHubLans()
                    ? router.members().hubNetworks(member.membership().cloud()).stream().filter(summary.prefix()::contains).toList()
                    : List.of();
            summaries.add(new EigrpSummary(summary.prefix(), leaked, summary.origin()));
        }
        // A default route is a summary of everything (Cisco IOS command reference, ip summary-address eigrp).
        Grouped.of(plan.defaults(), router.role()).ifPresent(said -> summaries.add(new EigrpSummary(
                member.tunnel().address().address() instanceof Ipv6Address ? IpPrefix.parse("::/0") : IpPrefix.IPV4_DEFAULT,
                List.of(), said.origin())));
        return summaries;
    }
}

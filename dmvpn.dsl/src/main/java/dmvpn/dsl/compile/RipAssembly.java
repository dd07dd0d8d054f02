package dmvpn.dsl.compile;

import dmvpn.network.address.InterfaceAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RipTimers;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.tunnel.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts RIP in one table of a router together. */
final class RipAssembly {

    private final RoutedRouter router;
    private final Optional<String> vrf;
    private final Origin origin;
    private final Set<IpPrefix> networks = new LinkedHashSet<>();
    private final Map<String, RipInterface> interfaces = new LinkedHashMap<>();
    private final List<String> tunnels = new ArrayList<>();
    private final OptionsAssembly options = new OptionsAssembly();
    private Optional<RipTimers> timers = Optional.empty();
    private Optional<DefaultOrigination> defaultOrigination = Optional.empty();

    RipAssembly(RoutedRouter router, RoutingPlan plan, Optional<String> vrf) {
        this.router = router;
        this.vrf = vrf;
        this.origin = plan.origin();
    }

    /** Adds a tunnel of a cloud, and the router's own networks. In Phase 2 a hub must announce spokes to each other. */
    void addTunnel(RoutingPlan plan, MemberTunnel member) {
        networks.add(member.membership().cloud().cloud().overlay());
        networks.addAll(router.localPrefixes(vrf));
        boolean otherwise = member.membership().cloud().cloud().phase() != Phase.PHASE_2;
        boolean splitHorizon = !router.site().plan().isHub() || plan.tunnels().splitHorizon().orElse(otherwise);
        tunnels.add(member.tunnel().name());
        interfaces.put(member.tunnel().name(), new RipInterface(member.tunnel().name(), splitHorizon,
                Grouped.of(plan.tunnels().passive(), router.role()).isPresent(),
                plan.summaries(router.role()).stream().map(InterfacePlan.Summary::prefix).toList(), plan.origin()));
    }

    /** Adds what a clause says about the process. */
    void add(RoutingPlan plan) {
        networks.addAll(plan.advertised());
        options.add(plan.common(), router.role(), router.policies(), RouteSource.RIP);
        defaultOrigination = Grouped.of(plan.defaults(), router.role()).map(said -> new DefaultOrigination(said.origin()))
                .or(() -> defaultOrigination);
        Optional<Duration> update = plan.tunnels().hello();
        Optional<Duration> invalid = plan.tunnels().hold();
        if (update.isPresent() || invalid.isPresent()) {
            Duration time = update.orElse(RipTimers.DEFAULT_UPDATE);
            timers = Optional.of(invalid.map(silence -> RipTimers.ofUpdate(time, silence, plan.origin()))
                    .orElseGet(() -> RipTimers.ofUpdate(time, plan.origin())));
        }
    }

    /** Adds what the router itself says of its tunnels; false when there are none. */
    boolean addToTunnels(RoutingPlan plan) {
        for (String name : tunnels) {
            RipInterface known = interfaces.get(name);
            List<IpPrefix> summaries = new ArrayList<>(known.summaries());
            plan.summaries(router.role()).forEach(summary -> summaries.add(summary.prefix()));
            interfaces.put(name, with(known, plan.tunnels(), summaries));
        }
        return !tunnels.isEmpty();
    }

    /** An interface with what else is said of it. */
    private RipInterface with(RipInterface known, InterfacePlan said, List<IpPrefix> summaries) {
        return new RipInterface(known.interfaceName(), said.splitHorizon().orElse(known.splitHorizon()),
                known.passive() || Grouped.of(said.passive(), router.role()).isPresent(), summaries, said.origin());
    }

    /** Adds interfaces that a clause names. */
    void addPorts(List<RoutedRouter.Port> ports, InterfacePlan plan) {
        for (RoutedRouter.Port port : ports) {
            port.address().map(InterfaceAddress::prefix).ifPresent(networks::add);
            RipInterface known = interfaces.getOrDefault(port.name(),
                    new RipInterface(port.name(), true, false, List.of(), plan.origin()));
            List<IpPrefix> summaries = new ArrayList<>(known.summaries());
            plan.summaries().forEach(summary -> summaries.add(summary.prefix()));
            interfaces.put(port.name(), with(known, plan, summaries));
        }
    }

    RipProcess build() {
        return new RipProcess(vrf, new ArrayList<>(networks), new ArrayList<>(interfaces.values()), timers, defaultOrigination,
                options.build(origin), origin);
    }
}

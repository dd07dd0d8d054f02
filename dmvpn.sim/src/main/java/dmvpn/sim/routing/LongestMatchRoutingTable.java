package dmvpn.sim.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.sim.routing.ForwardingDecision.Cause;
import dmvpn.sim.routing.RouteSet.NextHopOverride;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The routing table of one VRF on one router. */
public final class LongestMatchRoutingTable implements RoutingTable {

    private final LongSupplier clockNanos;
    private final PrefixMap<RouteSet> prefixes = new PrefixMap<>();
    private final List<RoutingTableListener> listeners = new ArrayList<>();

    /** @param clockNanos the current instant in nanoseconds since the start of the run, for the age of overrides */
    public LongestMatchRoutingTable(LongSupplier clockNanos) {
        this.clockNanos = clockNanos;
    }

    @Override
    public void install(Route route) {
        RouteSet set = prefixes.get(route.prefix());
        Route before = null;
        if (set == null) {
            set = new RouteSet(route.prefix());
            prefixes.put(route.prefix(), set);
        } else {
            before = set.best();
        }
        set.add(route);
        tellWhenChanged(set, before);
    }

    @Override
    public void withdraw(IpPrefix prefix, RouteSource source) {
        withdraw(prefix, set -> set.removeAll(source));
    }

    @Override
    public void withdraw(IpPrefix prefix, RouteSource source, String interfaceName) {
        withdraw(prefix, set -> set.removeAll(source, interfaceName));
    }

    private void withdraw(IpPrefix prefix, Consumer<RouteSet> removal) {
        RouteSet set = prefixes.get(prefix);
        if (set == null) {
            return;
        }
        Route before = set.best();
        removal.accept(set);
        if (set.isEmpty()) {
            prefixes.remove(prefix);
        }
        tellWhenChanged(set, before);
    }

    @Override
    public void replace(IpPrefix prefix, RouteSource source, long process, List<Route> routes) {
        RouteSet set = prefixes.get(prefix);
        Route before = null;
        if (set == null) {
            if (routes.isEmpty()) {
                return;
            }
            set = new RouteSet(prefix);
            prefixes.put(prefix, set);
        } else {
            before = set.best();
        }
        set.retain(source, process, routes);
        routes.forEach(set::add);
        if (set.isEmpty()) {
            prefixes.remove(prefix);
        }
        tellWhenChanged(set, before);
    }

    private void tellWhenChanged(RouteSet set, Route before) {
        Route now = set.isEmpty() ? null : set.best();
        if (Objects.equals(now, before)) {
            return;
        }
        // A listener may change the table or add a listener: those that are there now hear of this change.
        int count = listeners.size();
        for (int index = 0; index < count; index++) {
            if (!best(set.prefix()).equals(Optional.ofNullable(now))) {
                // A listener changed the same prefix again, and all have heard of that: this is no news any more.
                return;
            }
            listeners.get(index).changed(set.prefix(), Optional.ofNullable(now));
        }
    }

    @Override
    public Optional<Route> lookup(IpAddress destination) {
        RouteSet set = longestMatch(destination);
        return set == null ? Optional.empty() : Optional.of(set.best());
    }

    @Override
    public Optional<Route> best(IpPrefix prefix) {
        RouteSet set = prefixes.get(prefix);
        return set == null ? Optional.empty() : Optional.of(set.best());
    }

    @Override
    public Optional<Route> lookupWithout(IpAddress destination, RouteSource excluded) {
        RouteSet set = prefixes.longestMatch(destination, candidate -> candidate.bestWithout(excluded).isPresent());
        return set == null ? Optional.empty() : set.bestWithout(excluded);
    }

    @Override
    public List<Route> bestRoutes() {
        return prefixes.values().stream().map(RouteSet::best).toList();
    }

    @Override
    public List<Route> candidates() {
        return prefixes.values().stream().flatMap(set -> set.candidates().stream()).toList();
    }

    /** The candidates of exactly that prefix, best first. */
    public List<Route> candidates(IpPrefix prefix) {
        RouteSet set = prefixes.get(prefix);
        return set == null ? List.of() : List.copyOf(set.candidates());
    }

    /** All candidates with the reason why each one that is not used lost, in the order of {@link #candidates}. */
    public List<RouteCandidate> explainedCandidates() {
        List<RouteCandidate> explained = new ArrayList<>();
        for (RouteSet set : prefixes.values()) {
            for (Route route : set.candidates()) {
                explained.add(new RouteCandidate(route, set.isUsed(route), set.whyLost(route)));
            }
        }
        return explained;
    }

    /** The best routes of exactly that prefix that share its load: same owner, distance and metric, best first. */
    public List<Route> equalBest(IpPrefix prefix) {
        RouteSet set = prefixes.get(prefix);
        return set == null ? List.of() : set.equalBest();
    }

    @Override
    public void overrideNextHop(IpPrefix prefix, IpAddress nextHop, String interfaceName) {
        RouteSet set = prefixes.get(prefix);
        if (set != null) {
            set.override(new NextHopOverride(nextHop, interfaceName, clockNanos.getAsLong()));
        }
    }

    @Override
    public void removeNextHopOverride(IpPrefix prefix, String interfaceName) {
        RouteSet set = prefixes.get(prefix);
        if (set != null) {
            set.removeOverride(interfaceName);
        }
    }

    @Override
    public Optional<IpAddress> nextHopOverride(IpPrefix prefix) {
        return best(prefix).flatMap(this::override).map(NextHopOverride::nextHop);
    }

    @Override
    public boolean isNextHopOverridden(IpPrefix prefix, String interfaceName) {
        return overrides(prefix).stream().anyMatch(override -> override.interfaceName().equals(interfaceName));
    }

    List<NextHopOverride> overrides(IpPrefix prefix) {
        RouteSet set = prefixes.get(prefix);
        return set == null ? List.of() : set.overrides();
    }

    private Optional<NextHopOverride> override(Route route) {
        RouteSet set = prefixes.get(route.prefix());
        return set == null ? Optional.empty() : set.overrideOf(route);
    }

    /**
     * Where a packet of a flow goes: as {@link #forward(IpAddress)}, but of several best routes each flow has one.
     *
     * @return empty when no route leads there
     */
    public Optional<ForwardingDecision> forward(FlowKey flow) {
        return forward(flow.destination(), Optional.of(flow), MAXIMUM_RECURSION);
    }

    /**
     * Where a packet to a destination goes when all packets take the first of several equal ways: the best route of the
     * longest matching prefix with its override applied, and next hops without an interface followed to the connected
     * network that they are in.
     *
     * @return empty when no route leads there
     */
    public Optional<ForwardingDecision> forward(IpAddress destination) {
        return forward(destination, Optional.empty(), MAXIMUM_RECURSION);
    }

    private Optional<ForwardingDecision> forward(IpAddress target, Optional<FlowKey> flow, int depth) {
        RouteSet set = longestMatch(target);
        return set == null ? Optional.empty() : forward(set, target, flow, depth);
    }

    private RouteSet longestMatch(IpAddress target) {
        return prefixes.longestMatch(target, candidate -> true);
    }

    /** IOS follows next hops through other routes; more than a few steps is a loop of routes. */
    private static final int MAXIMUM_RECURSION = 8;

    private Optional<ForwardingDecision> forward(RouteSet set, IpAddress target, Optional<FlowKey> flow, int depth) {
        Route route = flow.isPresent() ? set.shareOf(flow.get()) : set.best();
        Optional<NextHopOverride> override = set.overrideOf(route);
        if (override.isPresent()) {
            return Optional.of(new ForwardingDecision(
                    route, override.get().interfaceName(), override.get().nextHop(), Cause.NEXT_HOP_OVERRIDE));
        }
        IpAddress nextHop = route.nextHop().orElse(target);
        if (route.interfaceName().isPresent()) {
            return Optional.of(new ForwardingDecision(route, route.interfaceName().get(), nextHop, Cause.ROUTE));
        }
        if (depth == 0 || route.nextHop().isEmpty()) {
            return Optional.empty();
        }
        RouteSet covering = longestMatch(nextHop);
        if (covering == null || covering == set) {
            return Optional.empty();
        }
        return forward(covering, nextHop, flow, depth - 1).map(decision -> new ForwardingDecision(
                route, decision.interfaceName(), decision.nextHop(), decision.cause()));
    }

    @Override
    public void addListener(RoutingTableListener listener) {
        listeners.add(listener);
    }
}

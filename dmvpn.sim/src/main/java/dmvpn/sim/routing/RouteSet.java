package dmvpn.sim.routing;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The candidates of one prefix, best first, and the next-hop overrides on top of them. */
final class RouteSet {

    /** Distance, then metric; equals stay in the order of their arrival. */
    private static final Comparator<Route> BEST_FIRST =
            Comparator.comparingInt(Route::distance).thenComparingLong(Route::metric);

    private final IpPrefix prefix;
    private final List<Route> candidates = new ArrayList<>(1);
    /** One for each interface, in the order in which they came: each tunnel's NHRP has its own. */
    private List<NextHopOverride> overrides = List.of();

    RouteSet(IpPrefix prefix) {
        this.prefix = prefix;
    }

    IpPrefix prefix() {
        return prefix;
    }

    /** Puts a candidate in its place; one that says the same as the present one keeps its age. */
    void add(Route route) {
        for (int index = 0; index < candidates.size(); index++) {
            Route present = candidates.get(index);
            if (isSameWay(present, route)) {
                if (sameButAge(present, route)) {
                    return;
                }
                if (BEST_FIRST.compare(present, route) == 0) {
                    candidates.set(index, route);
                    return;
                }
                candidates.remove(index);
                break;
            }
        }
        int place = candidates.size();
        while (place > 0 && BEST_FIRST.compare(route, candidates.get(place - 1)) < 0) {
            place--;
        }
        candidates.add(place, route);
    }

    /** Next hop and interface tell the ways of an owner apart: one next hop may be reached over two interfaces. */
    private static boolean isSameWay(Route present, Route route) {
        return present.source() == route.source() && present.process() == route.process() && present.nextHop().equals(route.nextHop())
                && present.interfaceName().equals(route.interfaceName());
    }

    private static boolean sameButAge(Route present, Route route) {
        return BEST_FIRST.compare(present, route) == 0 && present.tag().equals(route.tag());
    }

    void removeAll(RouteSource source) {
        candidates.removeIf(candidate -> candidate.source() == source);
    }

    void removeAll(RouteSource source, String interfaceName) {
        candidates.removeIf(candidate -> candidate.source() == source
                && candidate.interfaceName().filter(interfaceName::equals).isPresent());
    }

    /** Removes the candidates of an owner whose way is not among those of the given routes. */
    void retain(RouteSource source, long process, List<Route> routes) {
        candidates.removeIf(candidate -> candidate.source() == source && candidate.process() == process
                && routes.stream().noneMatch(route -> isSameWay(candidate, route)));
    }

    boolean isEmpty() {
        return candidates.isEmpty();
    }

    Route best() {
        return candidates.get(0);
    }

    List<Route> candidates() {
        return candidates;
    }

    Optional<Route> bestWithout(RouteSource excluded) {
        for (Route candidate : candidates) {
            if (candidate.source() != excluded) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The best candidate and those that share load with it: same owner, distance and metric. */
    List<Route> equalBest() {
        return candidates.stream().filter(this::isUsed).toList();
    }

    /** The one of the best candidates that a flow takes. */
    Route shareOf(FlowKey flow) {
        if (candidates.size() == 1) {
            return best();
        }
        int ways = 0;
        for (Route candidate : candidates) {
            ways += isUsed(candidate) ? 1 : 0;
        }
        int chosen = ways == 1 ? 0 : flow.choose(ways);
        for (Route candidate : candidates) {
            if (isUsed(candidate) && chosen-- == 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("no way number " + chosen + " of " + ways);
    }

    /** True for the best candidate and those that share load with it. */
    boolean isUsed(Route candidate) {
        Route best = best();
        return candidate.source() == best.source() && candidate.process() == best.process() && BEST_FIRST.compare(candidate, best) == 0;
    }

    /** Why a candidate is not used, for people; empty for one that is. */
    String whyLost(Route candidate) {
        if (isUsed(candidate)) {
            return "";
        }
        Route best = best();
        if (candidate.distance() != best.distance()) {
            return "distance " + candidate.distance() + " is above " + best.distance() + " of " + best.source();
        }
        if (candidate.metric() != best.metric()) {
            return "metric " + candidate.metric() + " is above " + best.metric();
        }
        return "equal to that of " + best.source() + ", which came first";
    }

    List<NextHopOverride> overrides() {
        return overrides;
    }

    /** What overrides the next hop of a route: the override of its own interface, else the one that came first. */
    Optional<NextHopOverride> overrideOf(Route route) {
        if (overrides.isEmpty()) {
            return Optional.empty();
        }
        for (NextHopOverride override : overrides) {
            if (route.interfaceName().filter(override.interfaceName()::equals).isPresent()) {
                return Optional.of(override);
            }
        }
        return Optional.of(overrides.getFirst());
    }

    /** Puts an override in place of the one of its interface. */
    void override(NextHopOverride override) {
        removeOverride(override.interfaceName());
        overrides = Stream.concat(overrides.stream(), Stream.of(override)).toList();
    }

    void removeOverride(String interfaceName) {
        overrides = overrides.stream().filter(override -> !override.interfaceName().equals(interfaceName)).toList();
    }

    /**
     * A next hop that NHRP put in place of the owner's.
     *
     * @param nextHop overriding next hop
     * @param interfaceName interface of the next hop
     * @param sinceNanos when it came
     */
    record NextHopOverride(IpAddress nextHop, String interfaceName, long sinceNanos) {
    }
}

package dmvpn.app.oracle;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Routers of FRRouting's platform, and the wires between them: those whose ports name one wire hear each other. */
final class Topology {

    /** Name of the scenario that {@link #build} makes. */
    static final String SCENARIO = "lab";
    private static final Duration WIRE_LATENCY = Duration.ofMillis(1);

    private final Map<String, TopologyRouter> routers = new LinkedHashMap<>();

    /** Adds a router. */
    TopologyRouter router(String name) {
        return routers.computeIfAbsent(name, TopologyRouter::new);
    }

    /** Routers in the order of their addition. */
    List<TopologyRouter> routers() {
        return List.copyOf(routers.values());
    }

    /** True when its ports have IPv6 addresses. */
    boolean usesIpv6() {
        return routers.values().stream().anyMatch(TopologyRouter::usesIpv6);
    }

    /**
     * The network with a scenario in which something happens.
     *
     * @param duration length of the run
     */
    CompiledNetwork build(List<Action> actions, Duration duration) {
        List<Transport> wires = routers.values().stream().flatMap(router -> router.wires().stream()).distinct()
                .map(name -> new Transport(name, TransportKind.MPLS_VPN, WIRE_LATENCY, Duration.ZERO, 0, OptionalLong.empty(),
                        Transport.DEFAULT_MTU_BYTES, Optional.empty(), Origin.NONE)).toList();
        return new CompiledNetwork("Lab", wires, List.of(), routers.values().stream().map(TopologyRouter::build).toList(), List.of(),
                List.of(new Scenario(SCENARIO, 1, duration, actions, List.of(), Origin.NONE)), Origin.NONE);
    }
}

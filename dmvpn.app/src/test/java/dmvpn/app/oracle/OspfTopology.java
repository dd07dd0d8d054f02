package dmvpn.app.oracle;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfConfiguredNeighbor;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.SeedMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A topology whose routers have OSPF, of version 3 where addresses are of IPv6. */
final class OspfTopology {

    private final Topology topology = new Topology();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    /** A router with OSPF that is being described: short timers, so that FRRouting is done soon. */
    final class Draft {
        final TopologyRouter router;
        private final List<OspfInterface> interfaces = new ArrayList<>();
        private final List<OspfArea> areas = new ArrayList<>();
        private final List<OspfConfiguredNeighbor> neighbors = new ArrayList<>();
        private final List<Redistribution> redistributions = new ArrayList<>();
        private Optional<DefaultOrigination> defaultOrigination = Optional.empty();

        Draft(String name, String loopback) {
            router = topology.router(name);
            router.loopback(loopback + (loopback.contains(":") ? "/128" : "/32"));
        }

        Draft loopback(long area) {
            return ospf(TopologyRouter.LOOPBACK, area, OspfNetworkType.BROADCAST, 1, OptionalInt.empty(), false);
        }

        Draft port(String port, String wire, String address, OspfNetworkType type, long area, int cost) {
            router.port(port, wire, address);
            return ospf(port, area, type, 1, OptionalInt.of(cost), false);
        }

        Draft pointToPoint(String port, String wire, String address, long area, int cost) {
            return port(port, wire, address, OspfNetworkType.POINT_TO_POINT, area, cost);
        }

        Draft broadcast(String port, String wire, String address, int priority, int cost) {
            router.port(port, wire, address);
            return ospf(port, 0, OspfNetworkType.BROADCAST, priority, OptionalInt.of(cost), false);
        }

        /** A port on a network whose neighbours are named. */
        Draft nonBroadcast(String port, String wire, String address, int priority, int cost) {
            router.port(port, wire, address);
            return ospf(port, 0, OspfNetworkType.NON_BROADCAST, priority, OptionalInt.of(cost), false);
        }

        Draft neighbor(String port, String address, int priority) {
            neighbors.add(new OspfConfiguredNeighbor(port, IpAddress.parse(address), priority, Origin.NONE));
            return this;
        }

        /** A network with hosts alone. */
        Draft hosts(String port, String address, long area, int cost) {
            router.port(port, port + "-hosts-" + address, address);
            return ospf(port, area, OspfNetworkType.BROADCAST, 1, OptionalInt.of(cost), true);
        }

        private Draft ospf(String port, long area, OspfNetworkType type, int priority, OptionalInt cost, boolean passive) {
            interfaces.add(new OspfInterface(port, area, type, priority, cost, Duration.ofSeconds(1), Duration.ofSeconds(4),
                    passive, false, false, Origin.NONE));
            return this;
        }

        Draft area(long number, OspfAreaKind kind, String... ranges) {
            areas.add(new OspfArea(number, kind, Stream.of(ranges).map(IpPrefix::parse).toList(), Origin.NONE));
            return this;
        }

        Draft redistribute(RouteSource source, long metric, int type, OptionalLong tag) {
            redistributions.add(new Redistribution(source, OptionalLong.empty(),
                    Optional.of(new SeedMetric.Simple(metric, Origin.NONE)), OptionalInt.of(type), tag, Optional.empty(), Origin.NONE));
            return this;
        }

        Draft defaultRoute() {
            defaultOrigination = Optional.of(new DefaultOrigination(Origin.NONE));
            return this;
        }

        private void done() {
            router.ospf(new OspfProcess(1, Optional.empty(), areas, interfaces, neighbors, defaultOrigination, new ProcessOptions(
                    redistributions, List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Origin.NONE), Origin.NONE));
        }
    }

    /** Adds a router. */
    Draft router(String name, String loopback) {
        Draft draft = new Draft(name, loopback);
        drafts.put(name, draft);
        return draft;
    }

    /** A router that was added. */
    Draft router(String name) {
        return drafts.get(name);
    }

    /** Starts the lab. */
    Lab start() {
        drafts.values().forEach(Draft::done);
        return Lab.start(topology);
    }

    /** Both sides agree before a port fails, while it is down, and when it is back. */
    void agreeWithAndWithout(String router, String port) {
        try (Lab lab = start()) {
            lab.agree();
            lab.failPort(router, port);
            lab.agree();
            lab.restorePort(router, port);
            lab.agree();
        }
    }
}

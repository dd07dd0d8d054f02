package dmvpn.sim.eigrp;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.sim.eigrp.message.VectorMetric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The EIGRP processes of a router, which pass routes to each other with their whole metrics. */
public final class EigrpProcesses {

    private final Map<Key, Dual> topologies = new LinkedHashMap<>();

    private record Key(long autonomousSystem, Optional<String> vrf, boolean ipv6) {
    }

    void add(EigrpProcess process, EigrpFamily family, Dual topology) {
        topologies.put(new Key(process.autonomousSystem(), process.vrf(), family == EigrpFamily.IPV6), topology);
    }

    /** The metric of a route of another process; empty when that process has none. */
    Optional<VectorMetric> metric(long autonomousSystem, Optional<String> vrf, IpPrefix prefix) {
        return Optional.ofNullable(topologies.get(new Key(autonomousSystem, vrf,
                EigrpFamily.IPV6.has(prefix.network())))).map(topology -> topology.entry(prefix))
                .map(TopologyEntry::best).map(Path::metric);
    }
}

package dmvpn.app.oracle;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpProcess;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * EIGRP has the same routes as FRRouting's eigrpd in what that has: adjacencies, metrics, the choice among ways. Nothing is compared
 * after failures: release 8.4 goes on using the routes of a neighbour that it has lost (observed). It has no stub routers, its split
 * horizon cannot be changed, and it does not announce summaries.
 */
@Execution(ExecutionMode.CONCURRENT)
class EigrpOracleTest {

    private static EigrpProcess eigrp() {
        return new EigrpProcess(7, Optional.empty(), List.of(IpPrefix.parse("10.0.0.0/8")), Optional.empty(), List.of(), Origin.NONE);
    }

    @Test
    void metricsAddUpAlongAChain() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "ab", "10.0.12.1/24").port("eth1", "lan", "10.1.1.1/24").eigrp(eigrp());
        topology.router("r2").port("eth0", "ab", "10.0.12.2/24").port("eth1", "bc", "10.0.23.2/24").eigrp(eigrp());
        topology.router("r3").port("eth0", "bc", "10.0.23.3/24").port("eth1", "lan3", "10.1.3.1/24").eigrp(eigrp());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
        }
    }

    @Test
    void inATriangleEachNetworkIsReachedByItsNearestRouters() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "ab", "10.0.12.1/24").port("eth1", "ac", "10.0.13.1/24").port("eth2", "lan", "10.1.1.1/24")
                .eigrp(eigrp());
        topology.router("r2").port("eth0", "ab", "10.0.12.2/24").port("eth1", "bc", "10.0.23.2/24").eigrp(eigrp());
        topology.router("r3").port("eth0", "ac", "10.0.13.3/24").port("eth1", "bc", "10.0.23.3/24").port("eth2", "lan3", "10.1.3.1/24")
                .eigrp(eigrp());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
        }
    }

    @Test
    void equalWaysRoundASquareAreUsedTogether() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "ab", "10.0.12.1/24").port("eth1", "ac", "10.0.13.1/24").port("eth2", "lan", "10.1.1.1/24")
                .eigrp(eigrp());
        topology.router("r2").port("eth0", "ab", "10.0.12.2/24").port("eth1", "bd", "10.0.24.2/24").eigrp(eigrp());
        topology.router("r3").port("eth0", "ac", "10.0.13.3/24").port("eth1", "cd", "10.0.34.3/24").eigrp(eigrp());
        topology.router("r4").port("eth0", "bd", "10.0.24.4/24").port("eth1", "cd", "10.0.34.4/24").port("eth2", "lan4", "10.1.4.1/24")
                .eigrp(eigrp());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
        }
    }
}

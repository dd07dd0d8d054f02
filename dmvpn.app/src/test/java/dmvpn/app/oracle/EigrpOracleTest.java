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
 * EIGRP has the same routes as FRRouting's eigrpd in what that has: adjacencies, metrics, the choice among ways. Release 8.4 has no stub
 * routers, split horizon cannot be changed, and summaries are not announced.
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
            lab.failRouter("r3");
            lab.agree();
        }
    }

    @Test
    void theLongWayRoundATriangleReplacesTheShortOne() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "ab", "10.0.12.1/24").port("eth1", "ac", "10.0.13.1/24").port("eth2", "lan", "10.1.1.1/24")
                .eigrp(eigrp());
        topology.router("r2").port("eth0", "ab", "10.0.12.2/24").port("eth1", "bc", "10.0.23.2/24").eigrp(eigrp());
        topology.router("r3").port("eth0", "ac", "10.0.13.3/24").port("eth1", "bc", "10.0.23.3/24").port("eth2", "lan3", "10.1.3.1/24")
                .eigrp(eigrp());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failPort("r1", "eth1");
            lab.agree();
        }
    }
}

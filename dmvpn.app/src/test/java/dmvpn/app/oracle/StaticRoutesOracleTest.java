package dmvpn.app.oracle;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Connected and static routes are those of FRRouting (its zebra and staticd), before and after failures. */
@Execution(ExecutionMode.CONCURRENT)
class StaticRoutesOracleTest {

    private static final OptionalLong NO_TAG = OptionalLong.empty();

    /** Two routers with two wires between them, and a third behind the second. */
    private static Topology twoWires() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "first", "10.0.1.1/24").port("eth1", "second", "10.0.2.1/24").loopback("10.255.0.1/32");
        topology.router("r2").port("eth0", "first", "10.0.1.2/24").port("eth1", "second", "10.0.2.2/24")
                .port("eth2", "third", "10.0.3.2/24").loopback("10.255.0.2/32");
        topology.router("r3").port("eth0", "third", "10.0.3.3/24").port("eth1", "hosts", "192.168.3.1/24");
        return topology;
    }

    @Test
    void routesLeaveTheTableWithTheirInterfaceAndComeBack() {
        Topology topology = twoWires();
        topology.router("r1")
                // Out of the interface alone, and by a next hop in its network.
                .route("172.16.1.0/24", null, "eth0", 1, NO_TAG).route("172.16.2.0/24", "10.0.1.2")
                // A floating route, and one that discards when nothing else is left.
                .route("172.16.3.0/24", "10.0.1.2").route("172.16.3.0/24", "10.0.2.2", null, 200, OptionalLong.of(7))
                .route("172.16.3.0/24", null, null, 250, NO_TAG)
                // Two equal ones.
                .route("172.16.4.0/24", "10.0.1.2").route("172.16.4.0/24", "10.0.2.2")
                // A next hop behind another route, and one behind that.
                .route("10.0.3.0/24", "10.0.1.2").route("192.168.3.0/24", "10.0.3.3").route("172.16.5.0/24", "192.168.3.9")
                // A discard route beside more specific ones.
                .route("172.16.0.0/12", null, null, 1, NO_TAG);
        topology.router("r2").route("192.168.3.0/24", "10.0.3.3", "eth2", 1, NO_TAG);
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failPort("r1", "eth0");
            lab.agree();
            lab.failPort("r1", "eth1");
            lab.agree();
            lab.restorePort("r1", "eth0");
            lab.agree();
        }
    }

    @Test
    void aDeadNeighbourTakesNoStaticRouteWithIt() {
        Topology topology = twoWires();
        topology.router("r1")
                .route("0.0.0.0/0", "10.0.1.2")
                // Reached over the default route alone.
                .route("172.16.1.0/24", "10.77.0.1")
                // Loses against the connected network as long as that is there.
                .route("10.0.2.0/24", "10.0.1.2");
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failRouter("r2");
            lab.agree();
            lab.failPort("r1", "eth1");
            lab.agree();
            lab.restoreRouter("r2");
            lab.agree();
        }
    }

    @Test
    void ipv6RoutesDoTheSame() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "first", "2001:db8:1::1/64").port("eth1", "second", "2001:db8:2::1/64")
                .route("2001:db8:9::/48", "2001:db8:1::2").route("2001:db8:9::/48", "2001:db8:2::2", null, 200, NO_TAG)
                .route("2001:db8::/32", null, null, 1, NO_TAG);
        topology.router("r2").port("eth0", "first", "2001:db8:1::2/64").port("eth1", "second", "2001:db8:2::2/64");
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failPort("r1", "eth0");
            lab.agree();
        }
    }
}

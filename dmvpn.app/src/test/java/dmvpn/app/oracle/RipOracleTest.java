package dmvpn.app.oracle;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.AdministrativeDistance;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import dmvpn.network.routing.RipTimers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** RIP version 2 has the same routes as FRRouting's ripd, before and after failures. */
@Execution(ExecutionMode.CONCURRENT)
class RipOracleTest {

    private static final IpPrefix EVERYTHING = IpPrefix.parse("10.0.0.0/8");
    /** The shortest that ripd takes: a dead neighbour is noticed after 15 s and forgotten after 20. */
    private static final RipTimers FAST = new RipTimers(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(15),
            Duration.ofSeconds(20), Origin.NONE);

    private static RipProcess rip(RipInterface... interfaces) {
        return rip(false, ProcessOptions.NONE, interfaces);
    }

    private static RipProcess rip(boolean originates, ProcessOptions options, RipInterface... interfaces) {
        return new RipProcess(Optional.empty(), List.of(EVERYTHING), List.of(interfaces), Optional.of(FAST),
                originates ? Optional.of(new DefaultOrigination(Origin.NONE)) : Optional.empty(), options, Origin.NONE);
    }

    private static RipInterface port(String name, boolean splitHorizon, boolean passive) {
        return new RipInterface(name, splitHorizon, passive, List.of(), Origin.NONE);
    }

    @Test
    void metricsCountTheRoutersOfAChain() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "ab", "10.0.12.1/24").loopback("10.255.0.1/32").rip(rip());
        topology.router("r2").port("eth0", "ab", "10.0.12.2/24").port("eth1", "bc", "10.0.23.2/24").rip(rip());
        topology.router("r3").port("eth0", "bc", "10.0.23.3/24").port("eth1", "cd", "10.0.34.3/24").rip(rip());
        topology.router("r4").port("eth0", "cd", "10.0.34.4/24").loopback("10.255.0.4/32").rip(rip());
        try (Lab lab = Lab.start(topology)) {
            lab.agreeThroughFailureOf("r2", "eth1");
            lab.failRouter("r3");
            lab.agree();
        }
    }

    @Test
    void equalWaysAreUsedTogetherAndOneOfThemRemains() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "ab", "10.0.12.1/24").port("eth1", "ac", "10.0.13.1/24").loopback("10.255.0.1/32").rip(rip());
        topology.router("r2").port("eth0", "ab", "10.0.12.2/24").port("eth1", "bd", "10.0.24.2/24").rip(rip());
        topology.router("r3").port("eth0", "ac", "10.0.13.3/24").port("eth1", "cd", "10.0.34.3/24").rip(rip());
        topology.router("r4").port("eth0", "bd", "10.0.24.4/24").port("eth1", "cd", "10.0.34.4/24").loopback("10.255.0.4/32").rip(rip());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failPort("r4", "eth0");
            lab.agree();
            lab.failPort("r1", "eth1");
            lab.agree();
            lab.restorePort("r4", "eth0");
            lab.agree();
        }
    }

    @Test
    void theLongWayRoundARingReplacesTheShortOne() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "ab", "10.0.12.1/24").port("eth1", "ad", "10.0.14.1/24").loopback("10.255.0.1/32").rip(rip());
        topology.router("r2").port("eth0", "ab", "10.0.12.2/24").port("eth1", "bc", "10.0.23.2/24").rip(rip());
        topology.router("r3").port("eth0", "bc", "10.0.23.3/24").port("eth1", "cd", "10.0.34.3/24").loopback("10.255.0.3/32")
                .rip(rip(false, new ProcessOptions(List.of(), List.of(), Optional.empty(),
                        Optional.of(new AdministrativeDistance(99, OptionalInt.empty(), Origin.NONE)), OptionalInt.of(1), Origin.NONE)));
        topology.router("r4").port("eth0", "cd", "10.0.34.4/24").port("eth1", "ad", "10.0.14.4/24").rip(rip());
        topology.router("r5").port("eth0", "ab", "10.0.12.5/24").loopback("10.255.0.5/32").rip(rip());
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failPort("r2", "eth0");
            lab.agree();
        }
    }

    @Test
    void aDefaultRouteIsAnnouncedAndAPassivePortOnlyListens() {
        Topology topology = new Topology();
        topology.router("r1").port("eth0", "lan", "10.0.1.1/24").loopback("10.255.0.1/32").rip(rip(true, ProcessOptions.NONE));
        topology.router("r2").port("eth0", "lan", "10.0.1.2/24").port("eth1", "far", "10.0.2.2/24").loopback("10.255.0.2/32")
                .rip(rip(port("eth0", true, true)));
        topology.router("r3").port("eth0", "lan", "10.0.1.3/24").loopback("10.255.0.3/32").rip(rip(port("eth0", false, false)));
        // What is static wins and takes no part in RIP.
        topology.router("r4").port("eth0", "far", "10.0.2.4/24").rip(rip()).route("10.255.0.1/32", "10.0.2.2");
        try (Lab lab = Lab.start(topology)) {
            lab.agree();
            lab.failRouter("r1");
            lab.agree();
            lab.restoreRouter("r1");
            lab.agree();
        }
    }
}

package dmvpn.sim.ospf;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.origin.Origin;
import dmvpn.network.routing.OspfArea;
import dmvpn.network.routing.OspfAreaKind;
import dmvpn.network.routing.OspfInterface;
import dmvpn.network.routing.OspfNetworkType;
import dmvpn.network.routing.OspfProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.WiredNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two processes in one table know nothing of each other: Cisco, Redistributing Routing Protocols. */
class SeveralProcessesTest {

    private final WiredNetwork network = new WiredNetwork();

    private static OspfProcess ospf(int number, Integer from, String... ports) {
        List<Redistribution> redistributions = Stream.ofNullable(from).map(source -> new Redistribution(RouteSource.OSPF,
                OptionalLong.of(source), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), Origin.NONE)).toList();
        return new OspfProcess(number, Optional.empty(), List.of(new OspfArea(OspfArea.BACKBONE, OspfAreaKind.NORMAL, Origin.NONE)),
                Stream.of(ports).map(port -> new OspfInterface(port, OspfArea.BACKBONE, OspfNetworkType.POINT_TO_POINT,
                        OspfInterface.DEFAULT_PRIORITY, OptionalInt.of(10), Duration.ofSeconds(1), Duration.ofSeconds(4), false, false,
                        false, Origin.NONE)).toList(), Optional.empty(),
                new ProcessOptions(redistributions, List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Origin.NONE),
                Origin.NONE);
    }

    private static List<String> routes(FinishedRun run, String router) {
        return run.simulation().routerNamed(router).orElseThrow().stateTable("Routes").orElseThrow().rows().stream()
                .filter(row -> row.get(2).startsWith("OSPF"))
                .map(row -> row.get(0) + " " + row.get(2) + " " + row.get(4) + " via " + row.get(5)).toList();
    }

    /** What one process loses is not taken from the other, and the prefix is used by way of the other process. */
    @Test
    void theirRoutesToOnePrefixAreApart() {
        network.router("A").port("Ethernet0", "ab", "10.0.12.1/24").port("Ethernet1", "ac", "10.1.13.1/24")
                .ospf(ospf(1, null, "Ethernet0")).ospf(ospf(2, null, "Ethernet1"));
        network.router("B").port("Ethernet0", "ab", "10.0.12.2/24").port("Ethernet1", "lan", "172.16.1.2/24")
                .ospf(ospf(1, null, "Ethernet0", "Ethernet1"));
        network.router("C").port("Ethernet0", "ac", "10.1.13.3/24").port("Ethernet1", "lan", "172.16.1.3/24")
                .ospf(ospf(2, null, "Ethernet0", "Ethernet1"));
        network.fail(60, "B", "Ethernet1");

        assertThat(routes(FinishedRun.until(network.build(120), Duration.ofSeconds(55)), "A")).contains(
                "172.16.1.0/24 OSPF 20 via 10.0.12.2", "172.16.1.0/24 OSPF 20 via 10.1.13.3");
        assertThat(routes(network.run(120), "A")).contains("172.16.1.0/24 OSPF 20 via 10.1.13.3")
                .doesNotContain("172.16.1.0/24 OSPF 20 via 10.0.12.2");
    }

    @Test
    void eachPassesOnTheRoutesOfTheProcessThatItNames() {
        network.router("A").port("Ethernet0", "ab", "10.0.12.1/24").loopback("10.255.0.1/32").ospf(ospf(1, null, "Ethernet0", "Loopback0"));
        network.router("B").port("Ethernet0", "ab", "10.0.12.2/24").port("Ethernet1", "bc", "10.1.23.2/24").port("Ethernet2", "bd", "10.2.24.2/24")
                .ospf(ospf(1, null, "Ethernet0")).ospf(ospf(2, 1, "Ethernet1")).ospf(ospf(3, 2, "Ethernet2"));
        network.router("C").port("Ethernet0", "bc", "10.1.23.3/24").ospf(ospf(1, null, "Ethernet0"));
        network.router("D").port("Ethernet0", "bd", "10.2.24.4/24").ospf(ospf(1, null, "Ethernet0"));
        FinishedRun run = network.run(60);

        assertThat(routes(run, "C")).contains("10.255.0.1/32 OSPF_EXTERNAL_2 20 via 10.1.23.2");
        assertThat(routes(run, "D")).containsExactly("10.1.23.0/24 OSPF_EXTERNAL_2 20 via 10.2.24.2");
    }
}

package dmvpn.sim.eigrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.WiredNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two processes in one table: Cisco, Redistributing Routing Protocols; they pass routes to each other with their whole metrics. */
class SeveralProcessesTest {

    private final WiredNetwork network = new WiredNetwork();

    private static EigrpProcess eigrp(int system, Integer from, String... networks) {
        List<Redistribution> redistributions = Stream.ofNullable(from).map(source -> new Redistribution(RouteSource.EIGRP,
                OptionalLong.of(source), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), Origin.NONE)).toList();
        return new EigrpProcess(system, Optional.empty(), Stream.of(networks).map(IpPrefix::parse).toList(), Optional.empty(), List.of(),
                Optional.empty(), new ProcessOptions(redistributions, List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(),
                        Origin.NONE), Origin.NONE);
    }

    private static List<String> routes(FinishedRun run, String router) {
        return run.simulation().routerNamed(router).orElseThrow().stateTable("Routes").orElseThrow().rows().stream()
                .filter(row -> row.get(2).startsWith("EIGRP"))
                .map(row -> row.get(0) + " " + row.get(2) + " " + row.get(4)).toList();
    }

    @Test
    void theyPassRoutesToEachOtherWithTheirMetrics() {
        network.router("A").port("Ethernet0", "ab", "10.0.12.1/24").loopback("10.255.0.1/32").eigrp(eigrp(100, null, "10.0.0.0/8"));
        network.router("B").port("Ethernet0", "ab", "10.0.12.2/24").port("Ethernet1", "bc", "10.1.23.2/24")
                .eigrp(eigrp(100, 200, "10.0.0.0/16")).eigrp(eigrp(200, 100, "10.1.0.0/16"));
        network.router("C").port("Ethernet0", "bc", "10.1.23.3/24").loopback("10.255.0.3/32").eigrp(eigrp(200, null, "10.0.0.0/8"));
        FinishedRun run = network.run(5);

        // A loopback has 8 Gbit/s and 5 ms, a port 1 Gbit/s and 10 microseconds: 256 * (10 + 500 + 1), and 256 more for each port.
        assertThat(routes(run, "A")).containsExactly("10.1.23.0/24 EIGRP_EXTERNAL 3072", "10.255.0.3/32 EIGRP_EXTERNAL 131072");
        assertThat(routes(run, "B")).containsExactly("10.255.0.1/32 EIGRP 130816", "10.255.0.3/32 EIGRP 130816");
        assertThat(routes(run, "C")).containsExactly("10.0.12.0/24 EIGRP_EXTERNAL 3072", "10.255.0.1/32 EIGRP_EXTERNAL 131072");
    }

    /** What one process loses is not taken from the other, and the prefix is used by way of the other process. */
    @Test
    void theirRoutesToOnePrefixAreApart() {
        network.router("A").port("Ethernet0", "ab", "10.0.12.1/24").port("Ethernet1", "ac", "10.1.13.1/24")
                .eigrp(eigrp(100, null, "10.0.0.0/16")).eigrp(eigrp(200, null, "10.1.0.0/16"));
        network.router("B").port("Ethernet0", "ab", "10.0.12.2/24").port("Ethernet1", "lan", "172.16.1.2/24")
                .eigrp(eigrp(100, null, "0.0.0.0/0"));
        network.router("C").port("Ethernet0", "ac", "10.1.13.3/24").port("Ethernet1", "lan", "172.16.1.3/24")
                .eigrp(eigrp(200, null, "0.0.0.0/0"));
        network.fail(10, "B", "Ethernet1");

        assertThat(routes(FinishedRun.until(network.build(20), java.time.Duration.ofSeconds(5)), "A"))
                .containsExactly("172.16.1.0/24 EIGRP 3072", "172.16.1.0/24 EIGRP 3072");
        assertThat(routes(network.run(20), "A")).containsExactly("172.16.1.0/24 EIGRP 3072");
    }
}

package dmvpn.sim.router;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.WiredNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Equal routes share the load by flows (Cisco Express Forwarding, per-destination load sharing). */
class LoadSharingTest {

    private final WiredNetwork network = new WiredNetwork();

    /** A reaches C over B1 and B2, and so it is back. */
    private void diamond() {
        network.router("A").port("Ethernet0", "ab1", "10.0.11.1/24").port("Ethernet1", "ab2", "10.0.12.1/24").loopback("10.255.0.1/32")
                .route("10.254.0.0/16", "10.0.11.2").route("10.254.0.0/16", "10.0.12.2");
        network.router("B1").port("Ethernet0", "ab1", "10.0.11.2/24").port("Ethernet1", "b1c", "10.0.21.2/24")
                .route("10.254.0.0/16", "10.0.21.3").route("10.255.0.0/16", "10.0.11.1");
        network.router("B2").port("Ethernet0", "ab2", "10.0.12.2/24").port("Ethernet1", "b2c", "10.0.22.2/24")
                .route("10.254.0.0/16", "10.0.22.3").route("10.255.0.0/16", "10.0.12.1");
        network.router("C").port("Ethernet0", "b1c", "10.0.21.3/24").port("Ethernet1", "b2c", "10.0.22.3/24")
                .route("10.255.0.0/16", "10.0.21.2").route("10.255.0.0/16", "10.0.22.2");
        for (int number = 1; number <= 8; number++) {
            network.router("C").loopback("Loopback" + number, "10.254.0." + number + "/32");
        }
    }

    private static Endpoint endpoint(String router, String address) {
        return new Endpoint(router, router, IpAddress.parse(address), Origin.NONE);
    }

    @Test
    void showIpRouteHasAllNextHops() {
        diamond();

        assertThat(network.run(1).show("A", "show ip route")).contains("""
                S        10.254.0.0/16 [1/0] via 10.0.11.2
                                       [1/0] via 10.0.12.2
                """);
    }

    /** What a probe says is what packets do. */
    @Test
    void pingsTakeTheWaysThatProbesSay() {
        diamond();
        for (int number = 1; number <= 8; number++) {
            network.action(new Action.Ping(Duration.ofSeconds(number), "to " + number, endpoint("A", "10.255.0.1"),
                    endpoint("C", "10.254.0." + number), Optional.of(Duration.ofMillis(100)), OptionalInt.of(3), Origin.NONE));
        }
        FinishedRun run = network.run(12);
        TreeSet<String> used = new TreeSet<>();
        for (int number = 1; number <= 8; number++) {
            List<String> probed = run.simulation().path(endpoint("A", "10.255.0.1"), endpoint("C", "10.254.0." + number)).between();
            List<String> back = run.simulation().path(endpoint("C", "10.254.0." + number), endpoint("A", "10.255.0.1")).between();
            List<String> forwarders = run.forwardersBetween(Duration.ofSeconds(number), Duration.ofMillis(number * 1000 + 900), "Echo Request");
            List<String> answering = run.forwardersBetween(Duration.ofSeconds(number), Duration.ofMillis(number * 1000 + 900), "Echo Reply");
            assertThat(probed).hasSize(1);
            assertThat(forwarders).hasSize(3).containsOnly(probed.getFirst());
            assertThat(answering).hasSize(3).containsOnly(back.getFirst());
            used.addAll(probed);
        }
        assertThat(used).containsExactly("B1", "B2");
    }

    @Test
    void theOtherWayTakesAllWhenOneIsGone() {
        diamond();
        network.fail(2, "A", "Ethernet0");
        FinishedRun run = network.run(4);

        for (int number = 1; number <= 8; number++) {
            assertThat(run.simulation().path(endpoint("A", "10.255.0.1"), endpoint("C", "10.254.0." + number)).between())
                    .containsExactly("B2");
        }
    }
}

package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.RecordedEvent;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The hub announces a default route while the underlay's own default route is a lease of distance 254. */
class FrontDoorVrfTest {

    private final ReferenceNetwork network = new ReferenceNetwork().dhcpSpokes().defaultRouteFromHub().duration(120);

    /**
     * Observed on IOS: the way to the hub's NBMA address leads into the tunnel, packets to the hub stop, and the neighbor
     * flaps with the hold time; no message says "recursive routing" on a multipoint tunnel.
     */
    @Test
    void withoutAFrontDoorVrfTheNeighborFlapsForEver() {
        FinishedRun run = FinishedRun.of(network.build());

        assertThat(run.times("S1", "RIB", "route installed", "prefix", "0.0.0.0/0").size()).isGreaterThan(6);
        assertThat(run.times("H1", "EIGRP", "neighbor down", "neighbor", "10.0.0.11").size()).isBetween(3, 8);
        assertThat(reasons(run, "S1")).contains("recursive routing: the route to the far end leads into the tunnel itself");
    }

    @Test
    void withAFrontDoorVrfThereAreTwoDefaultRoutesAndNothingFlaps() {
        FinishedRun run = FinishedRun.of(network.frontDoorVrf("INET")
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.show("S1", "show ip route")).contains("D*    0.0.0.0/0 [90/", "] via 10.0.0.1, ");
        assertThat(run.show("S1", "show ip route vrf INET")).startsWith("\nRouting Table: INET\n")
                .contains("S*    0.0.0.0/0 [254/0] via 198.51.100.1\n").doesNotContain("Tunnel100");
        assertThat(run.count("S1", "EIGRP", "neighbor down")).isZero();
        assertThat(run.roundTripMillis()).startsWith(40L, 20L, 20L);
        assertThat(run.times("S1", "NHRP", "shortcut installed", "prefix", "192.168.12.0/24")).containsExactly("100.090");
    }

    private static List<String> reasons(FinishedRun run, String router) {
        return StreamSupport.stream(run.simulation().trace().spliterator(), false)
                .filter(event -> event.nodeName().equals(router)).map(RecordedEvent::reason).distinct().toList();
    }
}

package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.DraftNetwork;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.RouterDraft;
import dmvpn.sim.testing.TunnelDraft;
import org.junit.jupiter.api.Test;

/**
 * Two regions under a central hub C: S1 and S2 register with R1, S4 with R2, both with C (Cisco, "Shortcut Switching
 * Enhancements for NHRP in DMVPN Networks").
 * Regional hubs send and take redirects; static routes lead to the region's spokes, and by the center to all others.
 */
class HierarchyTest {

    private final DraftNetwork network = new DraftNetwork();

    private void routers(boolean redirectOfRegions, boolean redirectOfCenter) {
        TunnelDraft center = new TunnelDraft("Tunnel0", "10.0.0.1/24").dynamicMulticast();
        network.router("C", "203.0.113.1", "172.16.1.0/24")
                .tunnel(redirectOfCenter ? center.redirect() : center);
        region("R1", "203.0.113.2", "10.0.0.2", "172.16.2.0/24", redirectOfRegions);
        region("R2", "203.0.113.3", "10.0.0.3", "172.16.3.0/24", redirectOfRegions);
        spoke(1, "10.0.0.2", "203.0.113.2");
        spoke(2, "10.0.0.2", "203.0.113.2");
        spoke(4, "10.0.0.3", "203.0.113.3");
    }

    private void region(String name, String nbmaAddress, String address, String lan, boolean redirect) {
        TunnelDraft tunnel = new TunnelDraft("Tunnel0", address + "/24").dynamicMulticast().shortcut()
                .server("10.0.0.1", "203.0.113.1");
        int[] spokes = name.equals("R1") ? new int[] {1, 2} : new int[] {4};
        RouterDraft router = network.router(name, nbmaAddress, lan).tunnel(redirect ? tunnel.redirect() : tunnel).deadPeerDetection();
        for (int spoke : spokes) {
            router.route("192.168.1" + spoke + ".0/24", "10.0.0.1" + spoke, 1);
        }
        router.route("192.168.0.0/16", "10.0.0.1", 1);
    }

    private void spoke(int number, String server, String serverNbma) {
        network.router("S" + number, "198.51.100.1" + number, "192.168.1" + number + ".0/24").deadPeerDetection()
                .tunnel(new TunnelDraft("Tunnel0", "10.0.0.1" + number + "/24").shortcut().server(server, serverNbma))
                .route("192.168.0.0/16", server, 1);
    }

    private void routesOfTheCenter() {
        network.routerNamed("C").route("192.168.11.0/24", "10.0.0.2", 1).route("192.168.12.0/24", "10.0.0.2", 1)
                .route("192.168.14.0/24", "10.0.0.3", 1);
    }

    private FinishedRun run(boolean redirectOfRegions, boolean redirectOfCenter, String from, String to) {
        routers(redirectOfRegions, redirectOfCenter);
        routesOfTheCenter();
        return FinishedRun.of(network.duration(120).ping(100, from, to).build());
    }

    @Test
    @Shows({"RFC2332/2.2-egress", "RFC2332/6.4-ingress"})
    void betweenRegionsTheFirstEchoGoesByAllHubsAndTheNextOnesDirectly() {
        FinishedRun run = run(true, true, "S1", "S4");

        assertThat(run.roundTripMillis().get(0)).isEqualTo(80L);
        assertThat(run.roundTripMillis().subList(1, 19)).containsOnly(20L);
        assertThat(run.times("R1", "NHRP", "Traffic Indication sent").get(0)).isEqualTo("100.010");
        assertThat(run.count("C", "NHRP", "Resolution Request forwarded")).isPositive();
        assertThat(run.show("S1", "show ip route")).containsPattern("H +192\\.168\\.14\\.0/24 \\[250/1\\] via 10\\.0\\.0\\.14");
        for (String hub : new String[] {"R1", "C", "R2"}) {
            assertThat(run.count(hub, "NHRP", "shortcut installed")).as(hub).isZero();
        }
    }

    @Test
    void withinARegionTheCentralHubTakesNoPart() {
        FinishedRun run = run(true, true, "S1", "S2");

        assertThat(run.roundTripMillis().get(0)).isEqualTo(40L);
        assertThat(run.roundTripMillis().subList(1, 19)).containsOnly(20L);
        assertThat(run.count("C", "NHRP", "Resolution Request received")).isZero();
    }

    @Test
    void withoutRedirectOnAnyHubEverythingStaysOnTheWayByTheHubs() {
        FinishedRun run = run(false, false, "S1", "S4");

        assertThat(run.roundTripMillis()).containsOnly(80L);
        assertThat(run.count("S1", "NHRP", "Resolution Request sent")).isZero();
    }

    @Test
    void withoutRedirectOnTheRegionalHubsTheOneOfTheCenterStartsTheResolution() {
        FinishedRun run = run(false, true, "S1", "S4");

        assertThat(run.roundTripMillis()).last().isEqualTo(20L);
        assertThat(run.count("R1", "NHRP", "Traffic Indication sent")).isZero();
    }

    @Test
    void theLossOfARegionalHubKeepsDirectTunnelsAndStopsNewOnes() {
        routers(true, true);
        routesOfTheCenter();
        FinishedRun run = FinishedRun.of(network.duration(260).ping(100, "S1", "S4").fail(150, "R1")
                .ping(200, "S2", "S4").build());

        assertThat(run.roundTripMillis().subList(1, 159)).as("S1 to S4, direct since 101").containsOnly(20L);
        assertThat(run.simulation().pings().get(1).requests()).as("S2 to S4 has nobody to ask")
                .allMatch(request -> request.answeredNanos().isEmpty());
    }
}

package dmvpn.sim.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.DefaultOrigination;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.RipInterface;
import dmvpn.network.routing.RipProcess;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.WiredNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What routers learn by RIP and how they lose it: RFC 2453 section 3, and the timers of IOS. */
class RipRoutesTest {

    private static final Platform FRR = new Platform(Vendor.FRR, "8.4", Origin.NONE);

    private final WiredNetwork network = new WiredNetwork();

    private static RipProcess rip(RipInterface... interfaces) {
        return rip(false, ProcessOptions.NONE, interfaces);
    }

    private static RipProcess rip(boolean originates, ProcessOptions options, RipInterface... interfaces) {
        return new RipProcess(Optional.empty(), List.of(IpPrefix.parse("10.0.0.0/8")), List.of(interfaces), Optional.empty(),
                originates ? Optional.of(new DefaultOrigination(Origin.NONE)) : Optional.empty(), options, Origin.NONE);
    }

    private static RipInterface settings(String port, boolean splitHorizon, boolean passive, String... summaries) {
        return new RipInterface(port, splitHorizon, passive, Stream.of(summaries).map(IpPrefix::parse).toList(), Origin.NONE);
    }

    /** A, B and C in a row, with a loopback at both ends. */
    private void row() {
        network.router("A").port("Ethernet0", "ab", "10.0.12.1/24").loopback("10.255.0.1/32").rip(rip());
        network.router("B").port("Ethernet0", "ab", "10.0.12.2/24").port("Ethernet1", "bc", "10.0.23.2/24").rip(rip());
        network.router("C").port("Ethernet0", "bc", "10.0.23.3/24").loopback("10.255.0.3/32").rip(rip());
    }

    /** Loopback of C as A reaches it: over B, and by a longer way over D and E. */
    private void ring() {
        network.router("A").port("Ethernet0", "ab", "10.0.12.1/24").port("Ethernet1", "ad", "10.0.14.1/24").rip(rip());
        network.router("B").port("Ethernet0", "ab", "10.0.12.2/24").port("Ethernet1", "bc", "10.0.23.2/24").rip(rip());
        network.router("C").port("Ethernet0", "bc", "10.0.23.3/24").port("Ethernet1", "ce", "10.0.35.3/24")
                .loopback("10.255.0.3/32").rip(rip());
        network.router("D").port("Ethernet0", "ad", "10.0.14.4/24").port("Ethernet1", "de", "10.0.45.4/24").rip(rip());
        network.router("E").port("Ethernet0", "de", "10.0.45.5/24").port("Ethernet1", "ce", "10.0.35.5/24").rip(rip());
    }

    private static List<String> routes(FinishedRun run, String router) {
        return run.simulation().routerNamed(router).orElseThrow().stateTable("Routes").orElseThrow().rows().stream()
                .filter(row -> row.get(2).equals("RIP"))
                .map(row -> row.get(0) + " [" + row.get(3) + "/" + row.get(4) + "] via " + row.get(5)).toList();
    }

    /** IOS counts the hop when it announces, so that a network behind a neighbour is at metric 1 (Cisco, show ip route). */
    @Test
    void iosCountsTheRoutersOnTheWay() {
        row();

        assertThat(routes(network.run(5), "A"))
                .containsExactly("10.0.23.0/24 [120/1] via 10.0.12.2", "10.255.0.3/32 [120/2] via 10.0.12.2");
    }

    /** RFC 2453 section 3.9.2: the receiver adds the cost of its network; on the wire both are the same. */
    @Test
    @Shows("RFC2453/3.9.2-cost")
    void frrCountsItsOwnNetworkToo() {
        row();
        network.router("A").platform(FRR);

        assertThat(routes(network.run(5), "A"))
                .containsExactly("10.0.23.0/24 [120/2] via 10.0.12.2", "10.255.0.3/32 [120/3] via 10.0.12.2");
    }

    /** RFC 2453 section 3.10.1: news is told at once, and the next not before a second has passed. */
    @Test
    @Shows({"RFC2453/3.10.1-triggered", "RFC2453/3.10.1-random", "RFC2453/3.9.1-start"})
    void newsTravelsInTriggeredUpdates() {
        row();
        network.fail(10, "C", "Loopback0").restore(10.5, "C", "Loopback0");
        FinishedRun run = network.run(20);

        assertThat(run.times("B", "RIP", "route unreachable")).containsExactly("10.001");
        assertThat(run.times("A", "RIP", "route unreachable")).containsExactly("10.002");
        assertThat(run.times("B", "RIP", "route learned", "prefix", "10.255.0.3/32")).contains("11.001");
    }

    /** RFC 2453 section 3.8: an update each 30 s. */
    @Test
    @Shows({"RFC2453/3.8-update", "RFC2453/3.8-jitter"})
    void theTableIsToldEachThirtySeconds() {
        row();

        assertThat(network.run(95).times("C", "RIP", "Response sent", "interface", "Ethernet0"))
                .containsExactly("0.000", "30.000", "60.000", "90.000");
    }

    /** Cisco, timers basic: invalid after 180 s of silence, still used, forgotten after 240 s. */
    @Test
    @Shows({"RFC2453/3.8-timeout", "RFC2453/3.8-garbage", "RFC2453/3.4-infinity"})
    void aSilentRouteIsHeldDownAndThenForgotten() {
        row();
        network.fail(100, "B");
        FinishedRun run = network.run(400);
        FinishedRun before = FinishedRun.until(network.build(400), java.time.Duration.ofSeconds(300));

        // The last update came at 90.001.
        assertThat(run.times("A", "RIP", "route unreachable")).containsExactly("270.001", "270.001");
        assertThat(run.times("A", "RIP", "route forgotten")).containsExactly("330.001", "330.001");
        assertThat(before.show("A", "show ip route")).contains("10.255.0.3/32 is possibly down, routing via 10.0.12.2, Ethernet0");
        assertThat(before.show("A", "show ip rip database")).contains("10.255.0.3/32 is possibly down\n");
        assertThat(routes(run, "A")).isEmpty();
    }

    /** RFC 2453 section 3.8 knows no hold-down: FRRouting stops using the route after 180 s and takes another way at once. */
    @Test
    @Shows({"RFC2453/3.8-timeout", "RFC2453/3.8-garbage"})
    void frrHoldsNothingDown() {
        row();
        network.router("A").platform(FRR);
        network.fail(100, "B");
        FinishedRun run = FinishedRun.until(network.build(400), java.time.Duration.ofSeconds(300));

        assertThat(run.times("A", "RIP", "route unreachable")).containsExactly("270.001", "270.001");
        assertThat(routes(run, "A")).isEmpty();
        assertThat(network.run(400).times("A", "RIP", "route forgotten")).containsExactly("390.001", "390.001");
    }

    /** Cisco, timers basic: while a route is held down, what other routers say of it is not believed. */
    @Test
    @Shows("RFC2453/3.8-replaced")
    void anotherWayIsBelievedWhenTheHoldDownIsOver() {
        ring();
        network.fail(100, "B", "Ethernet1");
        FinishedRun run = network.run(400);

        assertThat(run.times("A", "RIP", "route unreachable", "prefix", "10.255.0.3/32")).containsExactly("100.001");
        assertThat(run.times("A", "RIP", "route not believed", "prefix", "10.255.0.3/32").getFirst()).isEqualTo("120.001");
        // Hold-down ends after 180 s; D tells again at 300.
        assertThat(run.times("A", "RIP", "route learned", "prefix", "10.255.0.3/32")).last().isEqualTo("300.001");
        assertThat(routes(run, "A")).contains("10.255.0.3/32 [120/3] via 10.0.14.4");
    }

    /** Only what a neighbour said is doubted: an own interface that is down is a fact. */
    @Test
    void theLossOfAnOwnInterfaceHoldsNothingDown() {
        ring();
        network.fail(100, "A", "Ethernet0");

        assertThat(network.run(200).times("A", "RIP", "route learned", "prefix", "10.255.0.3/32")).last().isEqualTo("120.001");
    }

    /** RFC 2453 section 3.4.3; IOS answers the word that a route is gone with the same word. */
    @Test
    @Shows("RFC2453/3.4.3-split-horizon")
    void splitHorizonKeepsRoutesFromWhereTheyCameFrom() {
        row();
        FinishedRun run = network.run(29);
        network.router("A").platform(FRR);

        assertThat(run.show("B", "show ip rip database")).isEqualTo("""
                10.0.12.0/24    directly connected, Ethernet0
                10.0.23.0/24    directly connected, Ethernet1
                10.255.0.1/32
                    [1] via 10.0.12.1, 00:00:28, Ethernet0
                10.255.0.3/32
                    [1] via 10.0.23.3, 00:00:28, Ethernet1
                """);
        assertThat(run.times("A", "RIP", "Response received", "firstDestination", "10.0.12.0/24")).isEmpty();
    }

    /** Cisco, ip summary-address rip: the summary hides its components, and is gone with the last of them. */
    @Test
    void aSummaryStandsForItsComponents() {
        row();
        network.router("D").port("Ethernet0", "cd", "10.0.34.4/24").rip(rip());
        network.router("C").port("Ethernet1", "cd", "10.0.34.3/24");
        network.router("B2").port("Ethernet0", "b2", "10.1.1.1/24").port("Ethernet1", "e2", "10.2.1.1/24")
                .rip(rip(settings("Ethernet1", true, false, "10.1.0.0/16")));
        network.router("E2").port("Ethernet0", "e2", "10.2.1.2/24").rip(rip());
        FinishedRun before = FinishedRun.until(network.fail(50, "B2", "Ethernet0").build(60), java.time.Duration.ofSeconds(40));

        assertThat(routes(before, "E2")).containsExactly("10.1.0.0/16 [120/1] via 10.2.1.1");
        assertThat(before.show("B2", "show ip rip database")).contains("10.1.0.0/16    int-summary\n");
        assertThat(network.run(60).times("E2", "RIP", "route unreachable", "prefix", "10.1.0.0/16")).containsExactly("50.001");
    }

    /** Cisco, default-information originate. */
    @Test
    void aDefaultRouteIsAnnouncedWhetherTheRouterHasOneOrNot() {
        row();
        network.router("Z").port("Ethernet0", "ab", "10.0.12.9/24").rip(rip(true, ProcessOptions.NONE));
        FinishedRun run = network.run(10);

        assertThat(routes(run, "A")).contains("0.0.0.0/0 [120/1] via 10.0.12.9");
        assertThat(routes(run, "C")).contains("0.0.0.0/0 [120/2] via 10.0.23.2");
        assertThat(routes(run, "Z")).doesNotContain("0.0.0.0/0");
        assertThat(run.show("A", "show ip route")).contains("R*    0.0.0.0/0 [120/1] via 10.0.12.9, 00:00:09, Ethernet0");
    }

    /** Cisco, passive-interface: RIP listens there and says nothing; the network is announced elsewhere. */
    @Test
    void aPassiveInterfaceListensOnly() {
        network.router("A").port("Ethernet0", "ab", "10.0.12.1/24").loopback("10.255.0.1/32")
                .rip(rip(settings("Ethernet0", true, true)));
        network.router("B").port("Ethernet0", "ab", "10.0.12.2/24").loopback("10.255.0.2/32").rip(rip());
        FinishedRun run = network.run(40);

        assertThat(routes(run, "A")).containsExactly("10.255.0.2/32 [120/1] via 10.0.12.2");
        assertThat(routes(run, "B")).isEmpty();
        assertThat(run.times("A", "RIP", "Response sent", "interface", "Ethernet0")).isEmpty();
    }

    /** IOS uses four equal ways, or as many as maximum-paths says. */
    @Test
    void equalWaysAreUsedUpToTheLimit() {
        network.router("A").port("Ethernet0", "ab", "10.0.12.1/24").rip(rip());
        for (int number = 2; number < 8; number++) {
            network.router("B" + number).port("Ethernet0", "ab", "10.0.12." + number + "/24").port("Ethernet1", "bc", "10.0.23." + number + "/24")
                    .rip(rip());
        }
        assertThat(routes(network.run(10), "A")).containsExactly("10.0.23.0/24 [120/1] via 10.0.12.2",
                "10.0.23.0/24 [120/1] via 10.0.12.3", "10.0.23.0/24 [120/1] via 10.0.12.4", "10.0.23.0/24 [120/1] via 10.0.12.5");

        network.router("Z").port("Ethernet0", "ab", "10.0.12.99/24").rip(rip(false, new ProcessOptions(List.of(), List.of(),
                Optional.empty(), Optional.empty(), OptionalInt.of(1), Origin.NONE)));
        assertThat(routes(network.run(10), "Z")).containsExactly("10.0.23.0/24 [120/1] via 10.0.12.2");
    }
}

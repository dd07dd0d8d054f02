package dmvpn.sim.eigrp;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.EigrpProcess;
import dmvpn.network.routing.ProcessOptions;
import dmvpn.network.routing.Redistribution;
import dmvpn.network.routing.RouteSource;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.network.routing.StaticRoute;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.ChangedDevices;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** EIGRP of an IPv6 overlay: RFC 7868 section 6.8.6; packets from link-local addresses to FF02::A. */
class EigrpOverIpv6Test {

    private static List<String> routes(FinishedRun run, String router) {
        return run.simulation().routerNamed(router).orElseThrow().stateTable("Routes").orElseThrow().rows().stream()
                .filter(row -> row.get(2).startsWith("EIGRP"))
                .map(row -> row.get(0) + " " + row.get(2) + " " + row.get(3) + " " + row.get(5)).toList();
    }


    @Test
    @Shows("RFC7868/6.8-ipv6")
    void routesAreLearnedByWayOfLinkLocalAddresses() {
        FinishedRun run = FinishedRun.of(new ReferenceNetwork().ipv6OverlayWithEigrp().withoutSummary().build());

        assertThat(run.count("S1", "EIGRP", "neighbor up")).isEqualTo(1);
        assertThat(run.count("H1", "EIGRP", "neighbor up")).isEqualTo(2);
        assertThat(routes(run, "H1")).hasSize(2).allMatch(route -> route.contains("/64 EIGRP 90 fe80::"));
        assertThat(routes(run, "S1")).hasSize(2).allMatch(route -> route.contains("/64 EIGRP 90 fe80::"));
        assertThat(run.show("S1", "show ipv6 eigrp neighbors")).startsWith("EIGRP-IPv6 Neighbors for AS(100)\n").contains("fe80::");
    }

    @Test
    void hostsReachEachOther() {
        ReferenceNetwork network = new ReferenceNetwork().ipv6OverlayWithEigrp().withoutSummary();
        FinishedRun run = FinishedRun.of(network.ping(60, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.roundTripMillis()).isNotEmpty();
        assertThat(run.lostAtSeconds()).isEmpty();
    }

    /** Phase 2: the hub leaves the next hop alone, so it is the link-local address of the other spoke. */
    @Test
    void withoutNextHopSelfTheOtherSpokesLinkLocalAddressIsTheNextHop() {
        FinishedRun run = FinishedRun.of(new ReferenceNetwork().phase2().ipv6OverlayWithEigrp().build());
        List<String> ofSpoke = routes(run, "S1");

        assertThat(ofSpoke).hasSize(2);
        assertThat(ofSpoke.stream().map(route -> route.substring(route.lastIndexOf(' '))).distinct()).hasSize(2);
    }

    @Test
    void aHubThatIsSilentIsLost() {
        FinishedRun run = FinishedRun.of(new ReferenceNetwork().ipv6OverlayWithEigrp().withoutSummary().fail(60, "H1").build());

        assertThat(run.count("S1", "EIGRP", "neighbor down")).isEqualTo(1);
        assertThat(routes(run, "S1")).isEmpty();
    }

    /** Routers with one ID take each other's external routes for their own: that of a tunnel differs in a cloud. */
    @Test
    void externalRoutesAreLearnedWhereNoRouterHasAnIpv4Address() {
        CompiledNetwork plain = new ReferenceNetwork().ipv6OverlayWithEigrp().ipv6Transport().withoutSummary().build();
        RoutingConfiguration routing = plain.deviceNamed("S1").orElseThrow().routing();
        EigrpProcess eigrp = routing.eigrp().getFirst();
        Redistribution ofStatic = new Redistribution(RouteSource.STATIC, OptionalLong.empty(), Optional.empty(), OptionalInt.empty(),
                OptionalLong.empty(), Optional.empty(), Origin.NONE);
        EigrpProcess redistributing = new EigrpProcess(eigrp.autonomousSystem(), eigrp.vrf(), eigrp.networks(), Optional.empty(),
                eigrp.interfaces(), eigrp.metricWeights(), new ProcessOptions(List.of(ofStatic), List.of(), Optional.empty(),
                        Optional.empty(), OptionalInt.empty(), Origin.NONE), Origin.NONE);
        FinishedRun run = FinishedRun.of(ChangedDevices.routing(plain, "S1", new RoutingConfiguration(List.of(new StaticRoute(
                Optional.empty(), IpPrefix.parse("2001:db8:ffff::/48"), Optional.empty(), Optional.of("Null0"), 1, Origin.NONE)),
                List.of(redistributing), Origin.NONE)));

        assertThat(run.show("S2", "show ipv6 route")).containsPattern("EX +2001:DB8:FFFF::/48");
    }
}

package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.address.Ipv6Address;
import dmvpn.network.device.Platform;
import dmvpn.network.device.Vendor;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.StaticRoute;
import dmvpn.network.scenario.Action;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.ChangedDevices;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Link-local addresses of tunnels with an IPv6 overlay (RFC 4291 section 2.5.6), and what NHRP of IOS does with them: "FE80::2/128 via
 * 2001::4" at the hub, "FE80::1/128 via FE80::1" at the spoke (Cisco, "IPv6 over DMVPN").
 */
class LinkLocalTest {

    private final ReferenceNetwork network = new ReferenceNetwork().ipv6Overlay().staticRouting().duration(110);

    private static Ipv6Address address(String text) {
        return (Ipv6Address) IpAddress.parse(text);
    }

    private static CompiledNetwork withLinkLocal(CompiledNetwork built, String router, String linkLocal) {
        return ChangedDevices.tunnel(built, router, options -> options.withLinkLocalAddress(address(linkLocal)));
    }

    private static StaticRoute route(String destination, String linkLocal) {
        return new StaticRoute(Optional.empty(), IpPrefix.parse(destination), Optional.of(address(linkLocal)),
                Optional.of("Tunnel100"), 1, Origin.NONE);
    }

    /** EUI-64 of aabb.cc00.0100: the second bit of the first byte is turned, and fffe is put in the middle (RFC 4291 appendix A). */
    @Test
    void aTunnelHasAnAddressFromTheRoutersHardwareAddress() {
        FinishedRun run = FinishedRun.of(network.build());

        assertThat(run.show("H1", "show ipv6 interface brief"))
                .contains("Tunnel100              [up/up]\n    FE80::A8BB:CCFF:FE00:100\n    2001:DB8:A::1\n");
        assertThat(run.show("S1", "show ipv6 interface brief")).contains("    FE80::A8BB:CCFF:FE00:200\n");
    }

    @Test
    @Shows("NHRP/17-on")
    void aSpokeRegistersBothOfItsAddresses() {
        FinishedRun run = FinishedRun.of(withLinkLocal(network.build(), "S1", "fe80::11"));

        assertThat(run.show("H1", "show ipv6 nhrp")).contains("""
                FE80::11/128 via 2001:DB8:A::B
                   Tunnel100 created 00:01:48, expire 00:08:11
                   Type: dynamic, Flags: unique registered nhop
                """);
        assertThat(run.times("H1", "NHRP", "NHC up")).as("one client each").hasSize(2);
        assertThat(run.times("S1", "NHRP", "Registration Request sent")).hasSize(1);
    }

    @Test
    @Shows("NHRP/17-off")
    void frrRegistersOneAddress() {
        FinishedRun run = FinishedRun.of(network.platform(new Platform(Vendor.FRR, "10", Origin.NONE)).build());

        assertThat(run.show("H1", "show ipv6 nhrp")).contains("2001:db8:a::b ").doesNotContain("fe80");
    }

    @Test
    void aTunnelThatGoesDownTakesBothRegistrationsBack() {
        FinishedRun run = FinishedRun.of(network.action(new Action.FailInterface(Duration.ofSeconds(100), "S1", "Tunnel100", Origin.NONE))
                .build());

        assertThat(run.show("H1", "show ipv6 nhrp")).doesNotContain("2001:DB8:A::B/128", "FE80::A8BB:CCFF:FE00:200/128")
                .contains("2001:DB8:A::C/128", "FE80::A8BB:CCFF:FE00:300/128");
    }

    /** A link-local next hop is resolved like any other, and packets go by the server meanwhile. */
    @Test
    void aRouteMayLeadToTheLinkLocalAddressOfTheHub() {
        network.ping(100, network.spokeHost(1), network.hubHost(), 5);
        CompiledNetwork built = withLinkLocal(network.build(), "H1", "fe80::1");
        FinishedRun run = FinishedRun.of(ChangedDevices.routes(built, "S1", route(network.summaryPrefix().toString(), "fe80::1")));

        assertThat(run.lostAtSeconds()).isEmpty();
        assertThat(run.show("S1", "show ipv6 route")).contains("     via FE80::1, Tunnel100\n");
        assertThat(run.show("S1", "show ipv6 nhrp")).contains("FE80::1/128 via FE80::1\n");
    }

    /** Phase 2 with link-local next hops, as routing protocols of IPv6 have them. */
    @Test
    void aSpokeResolvesTheLinkLocalAddressOfAnotherSpoke() {
        network.phase2().ping(100, network.spokeHost(1), network.spokeHost(2), 5);
        CompiledNetwork built = withLinkLocal(withLinkLocal(network.build(), "S1", "fe80::11"), "S2", "fe80::12");
        CompiledNetwork routed = ChangedDevices.routes(ChangedDevices.routes(built, "S1",
                route(IpPrefix.containing(network.spokeHost(2).address(), 64).toString(), "fe80::12")), "S2", route(IpPrefix.containing(network.spokeHost(1).address(), 64).toString(), "fe80::11"));
        FinishedRun run = FinishedRun.of(routed);

        assertThat(run.lostAtSeconds()).isEmpty();
        assertThat(run.roundTripMillis()).endsWith(20L);
        assertThat(run.show("S1", "show ipv6 nhrp")).contains("FE80::12/128 via FE80::12\n");
        assertThat(run.show("S1", "show ipv6 route")).as("a link-local address needs no route").doesNotContain("FE80::12/128");
    }

    /** Two stations of a link with one address: the second one is refused with code 14 (RFC 2332 section 5.2.4). */
    @Test
    void anAddressThatAnotherSpokeHasIsRefused() {
        FinishedRun run = FinishedRun.of(withLinkLocal(withLinkLocal(network.build(), "S1", "fe80::9"), "S2", "fe80::9"));

        assertThat(run.count("H1", "NHRP", "registration refused")).isPositive();
    }
}

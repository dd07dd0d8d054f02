package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Endpoint;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The first packet between two spokes of a Phase 3 cloud, to the millisecond: 10 ms between any two routers, IKEv2 in four
 * messages, registration 0.96 s after the socket, one ping each second from instant 100. The sequence is the one that
 * "Shortcut Switching Enhancements for NHRP in DMVPN Networks" (Cisco) describes.
 */
class FirstPacketTest {

    private final ReferenceNetwork network = new ReferenceNetwork().duration(105);

    private FinishedRun withSummary() {
        return FinishedRun.of(network.ping(100, network.spokeHost(1), network.spokeHost(2)).build());
    }

    @Test
    @Shows("RFC2332/5.2.3-register")
    void aSpokeComesUpInOneSecond() {
        FinishedRun run = FinishedRun.of(network.duration(2).build());

        assertThat(run.times("S1", "IKEv2", "IKE_SA_INIT request sent")).containsExactly("0.000");
        assertThat(run.times("H1", "IPsec", "socket is UP", "peer", "198.51.100.11")).containsExactly("0.030");
        assertThat(run.times("S1", "IPsec", "socket is UP")).containsExactly("0.040");
        assertThat(run.times("S1", "NHRP", "Registration Request sent")).containsExactly("1.000");
        assertThat(run.times("H1", "NHRP", "cache entry added", "target", "10.0.0.11/32")).containsExactly("1.010");
        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020");
        assertThat(run.times("S1", "EIGRP", "neighbor discovered")).containsExactly("1.020");
        assertThat(run.times("H1", "EIGRP", "neighbor discovered", "neighbor", "10.0.0.11")).containsExactly("1.030");
    }

    /** An Authentication Header alone carries the same first packet at the same instants as ESP. */
    @ParameterizedTest
    @EnumSource(EncapsulationMode.class)
    @Shows({"RFC4302/3.1.1-transport", "RFC4302/3.1.2-tunnel"})
    void aHeaderAloneCarriesTheFirstPacketLikeEsp(EncapsulationMode mode) {
        List<Long> withEsp = withSummary().roundTripMillis();
        ReferenceNetwork alone = new ReferenceNetwork().duration(105).esp(EncryptionAlgorithm.NONE, Optional.empty(), mode)
                .authenticationHeader(HashAlgorithm.SHA256);

        assertThat(FinishedRun.of(alone.ping(100, alone.spokeHost(1), alone.spokeHost(2)).build()).roundTripMillis())
                .isEqualTo(withEsp);
    }

    @Test
    void theHubRedirectsBothSpokesOnTheirFirstPacket() {
        FinishedRun run = withSummary();

        assertThat(run.times("H1", "NHRP", "Traffic Indication sent", "peerNbmaAddress", "198.51.100.11"))
                .containsExactly("100.010");
        assertThat(run.times("H1", "NHRP", "Traffic Indication sent", "peerNbmaAddress", "198.51.100.12"))
                .containsExactly("100.030");
        assertThat(run.times("S1", "NHRP", "Traffic Indication received")).containsExactly("100.020");
        assertThat(run.times("S2", "NHRP", "Traffic Indication received")).containsExactly("100.040");
    }

    @Test
    @Shows({"RFC2332/5.2.1-forward", "RFC2332/5.2.2-way", "NHRP/3-on"})
    void theRequestFollowsTheRoutedPathAndTheReplyComesDirectly() {
        FinishedRun run = withSummary();

        assertThat(run.times("S1", "NHRP", "Resolution Request sent")).containsExactly("100.020");
        assertThat(run.times("H1", "NHRP", "Resolution Request forwarded", "peerNbmaAddress", "198.51.100.12"))
                .containsExactly("100.030");
        assertThat(run.times("S2", "NHRP", "Resolution Request received")).containsExactly("100.040");
        assertThat(run.times("S2", "IKEv2", "IKE_SA_INIT request sent", "peer", "198.51.100.11"))
                .containsExactly("100.040");
        assertThat(run.times("S1", "IPsec", "socket is UP", "peer", "198.51.100.12")).containsExactly("100.070");
        assertThat(run.times("S2", "IPsec", "socket is UP", "peer", "198.51.100.11")).containsExactly("100.080");
        assertThat(run.times("S1", "NHRP", "Resolution Reply sent", "peerNbmaAddress", "198.51.100.12"))
                .containsExactly("100.070");
        assertThat(run.times("S2", "NHRP", "Resolution Reply sent", "peerNbmaAddress", "198.51.100.11"))
                .containsExactly("100.080");
        assertThat(run.count("H1", "NHRP", "Resolution Reply received")).isZero();
        assertThat(run.count("H1", "NHRP", "Resolution Request received")).isEqualTo(2);
    }

    @Test
    void theShortcutIsInstalledWhenTheReplyArrives() {
        FinishedRun run = withSummary();

        assertThat(run.times("S2", "NHRP", "shortcut installed", "prefix", "192.168.11.0/24")).containsExactly("100.080");
        assertThat(run.times("S1", "NHRP", "shortcut installed", "prefix", "192.168.12.0/24")).containsExactly("100.090");
        assertThat(run.show("S1", "show ip route")).contains(
                "D     192.168.0.0/16 [90/26880256] via 10.0.0.1, 00:01:43, Tunnel100\n",
                "H     192.168.12.0/24 [250/1] via 10.0.0.12, 00:00:04, Tunnel100\n",
                "H        10.0.0.12/32 is directly connected, 00:00:04, Tunnel100\n");
        assertThat(run.show("S1", "show ip nhrp"))
                .contains("192.168.12.0/24 via 10.0.0.12\n")
                .contains("Type: dynamic, Flags: router used rib\n")
                .contains("192.168.11.0/24 via 10.0.0.11\n", "unique local", "(no-socket)")
                .doesNotContain("rib nho");
    }

    @Test
    @Shows({"RFC2332/2.2-meanwhile", "RFC2784/3.1-forward"})
    void theFirstEchoTakesFortyMillisecondsThroughTheHubAndTheNextTwentyDirectly() {
        FinishedRun run = withSummary();

        assertThat(run.roundTripMillis().subList(0, 5)).containsExactly(40L, 20L, 20L, 20L, 20L);
        assertThat(run.forwardersBetween(Duration.ofSeconds(100), Duration.ofMillis(100_500), "Echo Request"))
                .containsExactly("S1", "H1", "S2");
        assertThat(run.forwardersBetween(Duration.ofSeconds(101), Duration.ofSeconds(102), "Echo Request"))
                .containsExactly("S1", "S2");
    }

    @Test
    @Shows("RFC2332/6.3-aggregate")
    void anotherAddressOfTheResolvedNetworkIsReachedDirectlyAtOnce() {
        FinishedRun run = withSummary();

        assertThat(run.simulation().path(network.spokeHost(1), network.inSpokeLan(2, 10)).devices())
                .containsExactly("S1", "S2");
        FinishedRun second = FinishedRun.of(new ReferenceNetwork().duration(111)
                .ping(100, network.spokeHost(1), network.spokeHost(2), 3)
                .ping(110, network.spokeHost(1), network.inSpokeLan(2, 77), 1).build());
        assertThat(second.forwardersBetween(Duration.ofSeconds(110), Duration.ofSeconds(111), "Echo Request"))
                .containsExactly("S1");
        assertThat(second.count("S1", "NHRP", "Resolution Request sent")).isEqualTo(1);
    }

    /** The hub discards what its own summary covers and no site has: the source is told, nobody is redirected. */
    @Test
    void anAddressOfNoSiteIsUnreachableAndNotRedirected() {
        FinishedRun run = FinishedRun.of(network.ping(100, network.spokeHost(1),
                new Endpoint("nowhere", "H1", IpAddress.parse("192.168.99.1"),
                        Origin.NONE), 1).build());

        assertThat(run.count("H1", "NHRP", "Traffic Indication sent")).isZero();
        assertThat(run.times("S1-host", "ICMP", "Destination Unreachable received")).containsExactly("100.020");
    }

    /** Observed on IOS: with an equal prefix in the table NHRP overrides the next hop instead of adding a route. */
    @Test
    @Shows("NHRP/7-on")
    void anEqualPrefixIsOverridden() {
        FinishedRun run = FinishedRun.of(network.withoutSummary()
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.roundTripMillis().subList(0, 3)).containsExactly(40L, 20L, 20L);
        assertThat(run.times("S1", "NHRP", "shortcut installed", "prefix", "192.168.12.0/24")).containsExactly("100.090");
        assertThat(run.show("S1", "show ip route")).contains("D   % 192.168.12.0/24 [90/").doesNotContain("[NHO]");
        assertThat(run.show("S1", "show ip route next-hop-override"))
                .contains("D   % 192.168.12.0/24 [90/", "] via 10.0.0.1, ", "[NHO][90/255] via 10.0.0.12, 00:00:04, Tunnel100\n",
                        "H        10.0.0.12/32 is directly connected, 00:00:04, Tunnel100\n");
        assertThat(run.show("S1", "show dmvpn")).contains("DT1", "DT2");
    }

    @Test
    void withoutProtectionTheShortcutComesSooner() {
        FinishedRun run = FinishedRun.of(network.withoutProtection()
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.times("S1", "NHRP", "Registration Request sent")).containsExactly("1.000");
        assertThat(run.times("S1", "NHRP", "shortcut installed", "prefix", "192.168.12.0/24")).containsExactly("100.050");
        assertThat(run.roundTripMillis().get(1)).isEqualTo(20L);
    }

    @Test
    void aLeasedAddressIsAsGoodAsAConfiguredOne() {
        FinishedRun run = FinishedRun.of(network.dhcpSpokes()
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.times("S1", "DHCP", "lease", "address", "198.51.100.2")).containsExactly("0.000");
        assertThat(run.show("S1", "show ip route")).contains("S*    0.0.0.0/0 [254/0] via 198.51.100.1\n");
        assertThat(run.roundTripMillis()).startsWith(40L, 20L);
    }
}

package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.IkeVersion;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spokes and hubs behind devices that translate their addresses. */
class AddressTranslationTest {

    private final ReferenceNetwork network = new ReferenceNetwork();

    private FinishedRun spokeBehindNat() {
        return FinishedRun.of(network.withoutSummary().behindNat("S1", "172.20.1.2/24", "192.0.2.50")
                .ping(100, network.spokeHost(2), network.spokeHost(1)).build());
    }

    /** RFC 7296 section 2.23: the initiator moves to port 4500 with IKE_AUTH, and both stay there. */
    @Test
    @Shows("RFC7296/2.23-port")
    void keyExchangeMovesToPort4500() {
        FinishedRun run = spokeBehindNat();

        assertThat(run.times("S1", "IKEv2", "NAT detected")).contains("0.020");
        assertThat(run.times("H1", "IKEv2", "NAT detected")).contains("0.010");
        assertThat(run.show("H1", "show crypto ikev2 sa")).contains("203.0.113.1/4500", "192.0.2.50/4500");
        assertThat(run.show("S1", "show crypto ikev2 sa")).contains("172.20.1.2/4500", "203.0.113.1/4500");
        assertThat(run.show("H1", "show crypto ikev2 sa")).contains("198.51.100.12/500");
        assertThat(run.show("H1", "show crypto session")).contains("Peer: 192.0.2.50 port 4500", "Peer: 198.51.100.12 port 500");
    }

    @Test
    void theServerKeepsTheOutsideAddressAndTheClaimedOne() {
        FinishedRun run = spokeBehindNat();

        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020");
        assertThat(run.show("H1", "show ip nhrp")).contains("""
                   NBMA address: 192.0.2.50
                     (Claimed NBMA address: 172.20.1.2)
                """);
        assertThat(run.show("H1", "show dmvpn")).containsPattern("192\\.0\\.2\\.50 +10\\.0\\.0\\.11 +UP +[0-9:]+ +DN");
    }

    /** Requests and replies carry the outside address, so that the direct tunnel is built to it. */
    @Test
    @Shows("RFC7296/2.23.1-selectors")
    void aDirectTunnelLeadsToTheOutsideAddress() {
        FinishedRun run = spokeBehindNat();

        assertThat(run.roundTripMillis().get(0)).isEqualTo(40L);
        assertThat(run.roundTripMillis().subList(1, 18)).containsOnly(20L);
        assertThat(run.lostAtSeconds()).allMatch(second -> second >= 119);
        assertThat(run.show("S2", "show ip nhrp")).contains("""
                   NBMA address: 192.0.2.50
                     (Claimed NBMA address: 172.20.1.2)
                """);
        assertThat(run.show("S2", "show crypto ikev2 sa")).contains("198.51.100.12/4500", "192.0.2.50/4500");
    }

    /** Tunnel mode hides the addresses that GRE needs from the NAT. */
    @Test
    @Shows("RFC7296/2.9-unacceptable")
    void tunnelModeDoesNotWorkBehindNat() {
        FinishedRun run = FinishedRun.of(network.tunnelMode().behindNat("S1", "172.20.1.2/24", "192.0.2.50").build());

        assertThat(run.count("S1", "NHRP", "NHS up")).isZero();
        assertThat(run.count("H1", "IKEv2", "child SA negotiation failed")).isPositive();
    }

    @Test
    void aHubBehindAStaticTranslationServesItsSpokes() {
        FinishedRun run = FinishedRun.of(network.behindNat("H1", "10.99.0.4/24", "203.0.113.77")
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.times("S1", "NHRP", "NHS up")).containsExactly("1.020");
        assertThat(run.show("S1", "show crypto ikev2 sa")).contains("203.0.113.77/4500");
        assertThat(run.show("H1", "show crypto ikev2 sa")).contains("10.99.0.4/4500");
        assertThat(run.roundTripMillis().subList(1, 18)).containsOnly(20L);
    }

    @Test
    void withoutIpsecGreItselfIsTranslated() {
        FinishedRun run = FinishedRun.of(network.withoutProtection().behindNat("S1", "172.20.1.2/24", "192.0.2.50")
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.show("H1", "show ip nhrp")).contains("NBMA address: 192.0.2.50", "(Claimed NBMA address: 172.20.1.2)");
        assertThat(run.roundTripMillis().subList(1, 18)).containsOnly(20L);
    }

    @Test
    void oneSpokeBehindPortTranslationReachesTheOthersDirectly() {
        FinishedRun run = FinishedRun.of(network.behindPat("S1", "172.20.1.2/24", "192.0.2.50")
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.times("S1", "NAT", "address mapping made", "insidePort", "4500")).containsExactly("0.020");
        assertThat(run.roundTripMillis().subList(3, 18)).containsOnly(20L);
        assertThat(run.lostAtSeconds()).allMatch(second -> second >= 119);
    }

    /** Pings keep going through the hub without loss: between the two no key exchange gets through. */
    @Test
    @Shows("RFC3948/5.2-conflict")
    void twoSpokesBehindOneAddressTalkThroughTheHub() {
        FinishedRun run = FinishedRun.of(network.spokes(3).duration(200)
                .behindPat("S2", "172.20.1.2/24", "192.0.2.50").behindPat("S3", "172.20.1.3/24", "192.0.2.50")
                .ping(100, network.spokeHost(2), network.spokeHost(3)).build());

        assertThat(run.times("S2", "NHRP", "NHS up")).containsExactly("1.020");
        assertThat(run.times("S3", "NHRP", "NHS up")).containsExactly("1.020");
        assertThat(run.show("H1", "show ip nhrp")).contains("(Claimed NBMA address: 172.20.1.2)", "(Claimed NBMA address: 172.20.1.3)");
        assertThat(run.times("S2", "EIGRP", "neighbor discovered")).containsExactly("1.020");
        assertThat(run.times("S3", "EIGRP", "neighbor discovered")).containsExactly("1.020");
        assertThat(run.lostAtSeconds()).allMatch(second -> second >= 199);
        assertThat(run.roundTripMillis().subList(0, 98)).containsOnly(40L);
    }

    /** The same two with IKEv1, over renewals of both phases, too: neither is mistaken for the other. */
    @Test
    @Shows({"RFC3947/4-port", "RFC3948/5.2-conflict"})
    void twoSpokesBehindOneAddressKeepTheirAssociationsWithIkev1() {
        FinishedRun run = FinishedRun.of(network.ike(IkeVersion.IKEV1).duration(3700)
                .behindPat("S1", "172.20.1.2/24", "192.0.2.50").behindPat("S2", "172.20.1.3/24", "192.0.2.50")
                .ping(3650, network.hubHost(), network.spokeHost(2), 20).build());

        assertThat(run.times("S1", "NHRP", "NHS up")).hasSize(1);
        assertThat(run.times("S2", "NHRP", "NHS up")).hasSize(1);
        assertThat(run.roundTripMillis()).hasSize(20).containsOnly(20L);
        assertThat(run.count("H1", "EIGRP", "neighbor down")).isZero();
        assertThat(run.show("H1", "show crypto session")).contains("IKEv1 SA: local 203.0.113.1/4500 remote 192.0.2.50/");
    }

    /** As with IKEv2: the direct tunnel of a spoke that is alone behind its address. */
    @Test
    @Shows("RFC3947/5.1-modes")
    void aDirectTunnelComesUpWithIkev1BehindPortTranslation() {
        FinishedRun run = FinishedRun.of(network.ike(IkeVersion.IKEV1).behindPat("S1", "172.20.1.2/24", "192.0.2.50")
                .ping(100, network.spokeHost(1), network.spokeHost(2)).build());

        assertThat(run.roundTripMillis().subList(3, 18)).containsOnly(20L);
        assertThat(run.show("S2", "show ip nhrp")).contains("(Claimed NBMA address: 172.20.1.2)");
    }

    @Test
    void theDeviceForgetsAMappingWithoutPackets() {
        FinishedRun run = FinishedRun.of(network.duration(700).behindPat("S1", "172.20.1.2/24", "192.0.2.50").build());

        // The last packet on port 500 is the hub's answer at 0.020.
        assertThat(run.times("S1", "NAT", "address mapping gone", "insidePort", "500")).containsExactly("300.020");
        assertThat(run.times("S1", "NAT", "address mapping gone", "insidePort", "4500")).isEmpty();
    }

    /** The mapping of the far spoke is open for this one no longer than five minutes after the last packet. */
    @Test
    void withoutKeepalivesAnIdleDirectTunnelIsCutOffByTheTranslation() {
        FinishedRun run = FinishedRun.of(idleDirectTunnel(network).build());

        assertThat(secondPing(run)).startsWith(false);
        assertThat(run.simulation().trace()).anyMatch(event -> event.nodeName().equals("S1") && event.reason().equals(
                "the translating device's mapping is for another sender: nobody behind it sent to this one"));
    }

    /** RFC 3948 section 4: a byte each 20 s when nothing else goes to the peer. */
    @Test
    @Shows({"RFC3948/4-interval", "RFC3948/4-other", "RFC3948/2.3-byte"})
    void keepalivesKeepAnIdleDirectTunnelReachable() {
        FinishedRun run = FinishedRun.of(idleDirectTunnel(network.natKeepalive(20)).build());

        assertThat(secondPing(run)).containsOnly(true);
        assertThat(run.count("S2", "IKEv2", "NAT keepalive sent")).isGreaterThan(15);
        assertThat(run.count("S1", "IKEv2", "NAT keepalive sent")).as("the end that is not behind NAT sends none").isZero();
    }

    private static ReferenceNetwork idleDirectTunnel(ReferenceNetwork network) {
        return network.withoutDeadPeerDetection().duration(520).behindPat("S2", "172.20.1.2/24", "192.0.2.50")
                .ping(100, network.spokeHost(1), network.spokeHost(2), 5)
                .ping(450, network.spokeHost(1), network.spokeHost(2), 3);
    }

    private static List<Boolean> secondPing(FinishedRun run) {
        return run.simulation().pings().get(1).requests().stream().map(request -> request.answeredNanos().isPresent()).toList();
    }

    /** Security associations of an hour are replaced 30 s before their end, on port 4500 as well. */
    @Test
    void securityAssociationsAreRekeyedThroughTheTranslation() {
        FinishedRun run = FinishedRun.of(network.duration(3700).behindPat("S1", "172.20.1.2/24", "192.0.2.50")
                .behindPat("S2", "172.20.1.3/24", "192.0.2.50").ping(3650, network.hubHost(), network.spokeHost(2), 20).build());

        assertThat(run.count("S1", "IKEv2", "child SA rekey failed") + run.count("H1", "IKEv2", "child SA rekey failed")).isZero();
        assertThat(run.count("S1", "NHRP", "NHS down")).isZero();
        assertThat(run.count("H1", "EIGRP", "neighbor down")).isZero();
        assertThat(run.roundTripMillis()).hasSize(20).containsOnly(20L);
        assertThat(run.show("H1", "show crypto ikev2 sa")).contains("192.0.2.50/4500", "192.0.2.50/1024");
    }

    private FinishedRun deviceWithAnotherAddress(ReferenceNetwork translated, long seconds) {
        return FinishedRun.of(translated.dhcpSpokes().leasedBehindPat("S1").duration(seconds)
                .ping(50, network.hubHost(), network.spokeHost(1), 40)
                .action(new Action.Renumber(Duration.ofSeconds(60), "S1", "GigabitEthernet1",
                        Optional.of(IpAddress.parse("198.51.100.99")), Origin.NONE)).build());
    }

    /**
     * The provider gives the translating device another address. The spoke does not notice; the hub follows its next packet, a
     * hello of EIGRP, and nothing goes down.
     */
    @ParameterizedTest
    @EnumSource(IkeVersion.class)
    @Shows({"RFC7296/2.23-address", "RFC3947/6-follow"})
    void anotherOutsideAddressIsFollowed(IkeVersion version) {
        FinishedRun run = deviceWithAnotherAddress(network.ike(version), 120);
        String protocol = version == IkeVersion.IKEV1 ? "IKEv1" : "IKEv2";

        assertThat(run.times("S1", "NAT", "outside address")).containsExactly("60.000");
        assertThat(run.times("H1", protocol, "peer has another address")).hasSize(1);
        assertThat(run.count("S1", "NHRP", "NHS down")).isZero();
        assertThat(run.count("H1", "EIGRP", "neighbor down")).isZero();
        assertThat(run.lostAtSeconds()).as("until the first packet of the spoke").allMatch(second -> second >= 60 && second < 65);
        assertThat(run.show("H1", "show crypto session")).contains("Peer: 198.51.100.99 port ");
    }

    /** The hub's cache has the former address until the next registration, and the same claimed one afterwards. */
    @Test
    void theCacheOfTheHubLearnsTheNewAddressFromTheNextRegistration() {
        assertThat(deviceWithAnotherAddress(network, 190).show("H1", "show ip nhrp"))
                .doesNotContain("198.51.100.99");
        FinishedRun later = deviceWithAnotherAddress(new ReferenceNetwork(), 210);

        assertThat(later.show("H1", "show ip nhrp"))
                .contains("NBMA address: 198.51.100.99", "(Claimed NBMA address: 100.64.0.2)");
        assertThat(later.times("S1", "NHRP", "NHS up")).hasSize(1);
        assertThat(later.count("H1", "NHRP", "registration refused")).isZero();
        assertThat(later.show("H1", "show dmvpn")).containsPattern("198\\.51\\.100\\.99 +10\\.0\\.0\\.11 +UP +[0-9:]+ +DN");
    }
}

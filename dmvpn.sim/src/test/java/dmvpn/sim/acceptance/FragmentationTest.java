package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.crypto.EncapsulationMode;
import dmvpn.network.crypto.EncryptionAlgorithm;
import dmvpn.network.crypto.HashAlgorithm;
import dmvpn.network.device.BlockedTraffic;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.UnderlayProtocol;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.fidelity.Shows;
import dmvpn.sim.packet.IpFragment;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.scenario.PingResult;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.underlay.PacketTap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets that are larger than a link of the network. */
class FragmentationTest {

    private final ReferenceNetwork network = new ReferenceNetwork().spokes(1).duration(100);

    private Action.Ping ping(String name, long atSeconds, int bytes, boolean dontFragment) {
        return ping(name, atSeconds, network.spokeHost(1), bytes, dontFragment);
    }

    private Action.Ping ping(String name, long atSeconds, Endpoint source, int bytes, boolean dontFragment) {
        Endpoint destination = source.equals(network.hubHost()) ? network.spokeHost(1) : network.hubHost();
        return new Action.Ping(Duration.ofSeconds(atSeconds), name, source, destination, Optional.empty(),
                OptionalInt.of(1), OptionalInt.of(bytes), dontFragment, Origin.NONE);
    }

    private static List<String> answered(FinishedRun run) {
        return run.simulation().pings().stream().filter(result -> result.answered() == 1)
                .map(result -> result.ping().name()).toList();
    }

    /**
     * The arithmetic of Cisco's "Resolve IPv4 Fragmentation, MTU, MSS, and PMTUD Issues with GRE and IPsec", with the
     * headers of RFC 2784, RFC 2890, RFC 4303 and RFC 3948: the largest packet that goes through the tunnel without being
     * cut, over an underlay of 1500 bytes.
     */
    @ParameterizedTest
    @CsvSource({
        "none,            GRE,       false, false, 1476", "none,            GRE,       true, false, 1472",
        "AES_CBC_256+SHA1,   TRANSPORT, false, false, 1434", "AES_CBC_256+SHA1,   TRANSPORT, true, false, 1430",
        "AES_CBC_256+SHA1,   TRANSPORT, true,  true,  1414", "AES_CBC_256+SHA1,   TUNNEL,    true, false, 1410",
        "AES_CBC_256+SHA256, TRANSPORT, false, false, 1434", "AES_CBC_256+SHA256, TRANSPORT, true, false, 1430",
        "AES_CBC_256+SHA256, TRANSPORT, false, true,  1418", "AES_CBC_256+SHA256, TUNNEL,    false, false, 1414",
        "AES_CBC_256+SHA256, TUNNEL,    true,  false, 1410",
        "AES_GCM_256,        TRANSPORT, false, false, 1442", "AES_GCM_256,        TRANSPORT, true, false, 1438",
        "AES_GCM_256,        TRANSPORT, true,  true,  1430", "AES_GCM_256,        TUNNEL,    true, false, 1418",
        "TRIPLE_DES+SHA1,    TRANSPORT, false, false, 1442", "TRIPLE_DES+SHA1,    TRANSPORT, true, true,  1430"})
    void theLargestPacketThatIsNotCut(String suite, String mode, boolean keyed, boolean behindNat, int largest) {
        network.tunnelMtu(OptionalInt.of(1500));
        if (suite.equals("none")) {
            network.withoutProtection();
        } else {
            network.esp(encryption(suite), suite.contains("+")
                    ? Optional.of(HashAlgorithm.valueOf(suite.substring(suite.indexOf('+') + 1))) : Optional.empty(),
                    EncapsulationMode.valueOf(mode));
        }
        if (!keyed) {
            network.withoutKey();
        }
        if (behindNat) {
            network.behindNat("S1", "192.0.2.2/30", "198.51.100.11");
        }
        CompiledNetwork built = network.action(ping("fits", 50, largest, true)).action(ping("larger", 60, largest + 1, true))
                .build();
        List<Long> fragmentsAt = new ArrayList<>();

        Simulation simulation = Simulation.create(built, SimulationOptions.DEFAULT.withScenario("scenario").withTaps(
                List.of((node, interfaceName, timeNanos, direction, packet) -> {
                    if (packet.content() instanceof IpFragment || isCutInside(packet)) {
                        fragmentsAt.add(timeNanos / 1_000_000_000L);
                    }
                })));
        simulation.run();

        assertThat(simulation.violation()).isEmpty();
        assertThat(simulation.pings()).extracting(PingResult::answered).containsExactly(1, 1);
        assertThat(fragmentsAt).isNotEmpty().containsOnly(60L);
    }

    private static EncryptionAlgorithm encryption(String suite) {
        return EncryptionAlgorithm.valueOf(suite.contains("+") ? suite.substring(0, suite.indexOf('+')) : suite);
    }

    /** Cut before encryption: the packet inside ESP is a fragment. */
    private static boolean isCutInside(IpPacket packet) {
        return packet.content().payload().filter(IpPacket.class::isInstance).map(IpPacket.class::cast)
                .filter(inner -> inner.content() instanceof IpFragment).isPresent();
    }

    /** The tunnel's {@code ip mtu} cuts the packet before it is encapsulated; the host puts it together. */
    @Test
    void aPacketLargerThanTheTunnelTakesTwoPacketsThroughIt() {
        FinishedRun run = FinishedRun.of(network.action(ping("large", 50, 1500, false)).build());

        assertThat(answered(run)).containsExactly("large");
        assertThat(run.times("S1", "IP", "packet fragmented")).containsExactly("50.000");
        assertThat(run.count("H1", "IP", "packet reassembled")).as("a router in between puts nothing together").isZero();
        assertThat(run.count("H1-host", "IP", "packet reassembled")).isEqualTo(1);
        assertThat(run.count("S1-host", "IP", "packet reassembled")).isEqualTo(1);
    }

    /** Without {@code ip mtu}, DF packets of up to 1472 bytes pass: IOS does not copy DF, and cuts what it encrypted. */
    @Test
    @Shows("RFC4303/3.3.4-after")
    void encryptedPacketsAreCutAndPutTogetherBeforeDecryption() {
        FinishedRun run = FinishedRun.of(network.tunnelMtu(OptionalInt.empty())
                .action(ping("largest", 50, 1472, true)).action(ping("larger", 60, 1473, true)).build());

        assertThat(answered(run)).containsExactly("largest");
        assertThat(run.times("S1", "IP", "packet fragmented", "content", "Echo Request")).containsExactly("50.000");
        assertThat(run.times("H1", "IP", "packet reassembled")).containsExactly("50.010");
        assertThat(run.show("H1", "show ip traffic")).contains("1 reassembled, 0 timeouts");
    }

    /** Cisco, Pre-Fragmentation for IPsec VPNs: in tunnel mode the far end decrypts whole packets. */
    @Test
    void inTunnelModeThePacketIsCutBeforeItIsEncrypted() {
        List<IpPacket> onTheWire = new ArrayList<>();
        CompiledNetwork built = network.tunnelMode().tunnelMtu(OptionalInt.empty()).action(ping("large", 51, 1472, true)).build();
        Simulation simulation = Simulation.create(built, SimulationOptions.DEFAULT.withScenario("scenario").withTaps(
                List.of((node, interfaceName, timeNanos, direction, packet) -> {
                    if (node == 1 && timeNanos == 51_000_000_000L && direction == PacketTap.Direction.SENT
                            && packet.protocolNumber() == IpPacket.ESP) {
                        onTheWire.add(packet);
                    }
                })));
        simulation.run();

        assertThat(simulation.violation()).isEmpty();
        assertThat(simulation.pings()).extracting(PingResult::answered).containsExactly(1);
        assertThat(onTheWire).hasSize(2).noneMatch(packet -> packet.content() instanceof IpFragment)
                .allMatch(FragmentationTest::isCutInside).allMatch(packet -> packet.lengthBytes() <= 1500);
    }

    /** RFC 791 section 3.2: what is not complete is no packet. */
    @Test
    void aLostFragmentLosesThePacket() {
        FinishedRun run = FinishedRun.of(network.tunnelMtu(OptionalInt.empty())
                .blocks("S1", BlockedTraffic.ofFragments(Origin.NONE))
                .action(ping("small", 50, 1400, true)).action(ping("large", 51, 1472, true)).build());

        assertThat(answered(run)).containsExactly("small");
        assertThat(run.simulation().trace()).filteredOn(event -> event.message().equals("packet lost")).hasSize(2)
                .allMatch(event -> event.reason().equals("a firewall in front of the uplink blocks the protocol or port"));
    }

    /** Each fragment is lost by itself: two fragments of a packet are lost more often than one packet. */
    @Test
    void fragmentsAreLostOneByOne() {
        ReferenceNetwork lossy = new ReferenceNetwork().spokes(1).duration(1100).loss(0.1).tunnelMtu(OptionalInt.empty());
        CompiledNetwork built = lossy.action(new Action.Ping(Duration.ofSeconds(60), "large", lossy.spokeHost(1), lossy.hubHost(),
                Optional.of(Duration.ofSeconds(1)), OptionalInt.of(1000), OptionalInt.of(1472), true, Origin.NONE))
                .action(new Action.Ping(Duration.ofSeconds(60), "small", lossy.spokeHost(1), lossy.hubHost(),
                        Optional.of(Duration.ofSeconds(1)), OptionalInt.of(1000), OptionalInt.of(100), true, Origin.NONE))
                .build();

        FinishedRun run = FinishedRun.of(built);
        List<PingResult> pings = run.simulation().pings();

        // 0.9 to the power of 2 and of 4, a thousand times: standard deviations of 12 and 15.
        assertThat(pings.get(1).answered()).isBetween(810 - 60, 810 + 60);
        assertThat(pings.get(0).answered()).isBetween(656 - 70, 656 + 70);
        assertThat(run.count("H1", "IP", "packet not reassembled")).isPositive();
    }

    /** RFC 1812 section 5.3.8.1: the routers of the provider cut what is too large for a link inside. */
    @Test
    void theTransportCutsWhatIsTooLargeForALinkInside() {
        FinishedRun run = FinishedRun.of(network.mtuInsideTheTransport(1400).action(ping("large", 50, 1400, true)).build());

        assertThat(answered(run)).containsExactly("large");
        assertThat(run.times("S1", "Underlay", "packet fragmented")).containsExactly("50.000");
        assertThat(run.times("H1", "IP", "packet reassembled")).containsExactly("50.010");
    }

    /** RFC 4787 section 11, REQ-14: ports are in the first fragment alone, so a device that translates them collects all. */
    @Test
    void fragmentsPassPortTranslation() {
        FinishedRun run = FinishedRun.of(network.behindPat("S1", "192.0.2.2/30", "198.51.100.11")
                .tunnelMtu(OptionalInt.of(1500)).action(ping("large", 50, 1490, true)).build());

        assertThat(answered(run)).containsExactly("large");
        assertThat(run.count("H1", "IP", "packet reassembled")).isEqualTo(1);
        assertThat(run.count("S1", "IP", "packet reassembled")).isEqualTo(1);
    }

    /** What cannot be read in a piece is read in the packet that the device has put together. */
    @Test
    void aFirewallThatDropsAPortDropsItInFragmentsBehindPortTranslation() {
        FinishedRun run = FinishedRun.of(network.behindPat("S1", "192.0.2.2/30", "198.51.100.11")
                .tunnelMtu(OptionalInt.of(1500)).action(ping("before", 50, 1490, true))
                .action(new Action.BlockProtocol(Duration.ofSeconds(55), UnderlayProtocol.NAT_TRAVERSAL, "H1", "S1", Origin.NONE))
                .action(ping("large", 60, 1490, true)).build());

        assertThat(answered(run)).containsExactly("before");
        assertThat(run.count("S1", "IP", "packet reassembled")).isEqualTo(1);
    }

    /** A device that puts fragments together sends them on in pieces again, which a firewall behind it drops. */
    @Test
    void aFirewallWithoutFragmentsHasNoneComeInBehindPortTranslation() {
        FinishedRun run = FinishedRun.of(network.behindPat("S1", "192.0.2.2/30", "198.51.100.11")
                .blocks("S1", BlockedTraffic.ofFragments(Origin.NONE)).tunnelMtu(OptionalInt.of(1500))
                .action(ping("large", 50, network.hubHost(), 1490, true)).action(ping("small", 55, 100, true)).build());

        assertThat(answered(run)).containsExactly("small");
        assertThat(run.count("S1", "IP", "packet reassembled")).isZero();
    }

    /** A stateful firewall looks at ports too. */
    @Test
    void fragmentsPassAFirewallThatFollowsFlows() {
        FinishedRun run = FinishedRun.of(network.blocks("S1", new BlockedTraffic(Optional.empty(), OptionalInt.empty(), Origin.NONE))
                .tunnelMtu(OptionalInt.of(1500)).action(ping("large", 50, 1490, true)).build());

        assertThat(answered(run)).containsExactly("large");
        assertThat(run.count("S1", "IP", "packet reassembled")).isEqualTo(1);
    }

    /** A host cuts what is larger than its own link. */
    @Test
    void aHostCutsWhatItsLinkDoesNotTake() {
        FinishedRun run = FinishedRun.of(network.action(ping("huge", 50, 9000, false)).build());

        assertThat(answered(run)).containsExactly("huge");
        assertThat(run.times("S1-host", "IP", "packet fragmented")).containsExactly("50.000");
    }
}

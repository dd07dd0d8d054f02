package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.device.BlockedTraffic;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Expectation;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.scenario.FlowResult;
import dmvpn.sim.tcp.TcpSegment;
import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A transfer over TCP from a server behind the hub to a station behind a spoke, through tunnels that take 1400 bytes. */
class SegmentSizeTest {

    private static final BlockedTraffic ICMP =
            new BlockedTraffic(Optional.of(PacketProtocol.ICMP), OptionalInt.empty(), Origin.NONE);

    private final ReferenceNetwork network = new ReferenceNetwork().spokes(1).duration(120);

    private ReferenceNetwork withTransfer() {
        return network.action(new Action.Flow(Duration.ofSeconds(50), "backup", network.hubHost(), network.spokeHost(1),
                PacketProtocol.TCP, 1_000_000, Action.Flow.DEFAULT_PACKET_BYTES, Optional.of(Duration.ofSeconds(30)),
                Origin.NONE)).expect(new Expectation.LongestGapBelow("longest gap of backup below 2s", Duration.ZERO, "backup",
                        Duration.ofSeconds(2), Origin.NONE));
    }

    private static long gapMillis(FinishedRun run) {
        FlowResult result = run.simulation().flows().getFirst();
        return result.longestGapNanos(0, Long.MAX_VALUE) / 1_000_000;
    }

    private static boolean verdict(FinishedRun run) {
        return run.simulation().verdicts().getFirst().passed();
    }

    /** RFC 6691; Cisco, ip tcp adjust-mss: the SYN is changed on its way in and out of the tunnel. */
    @Test
    void withAdjustedSegmentSizeEverythingFitsAndNobodyNeedsIcmp() {
        network.blocksInside("H1", ICMP).blocksInside("S1", ICMP);

        FinishedRun run = FinishedRun.of(withTransfer().build());

        assertThat(verdict(run)).isTrue();
        assertThat(gapMillis(run)).isLessThan(100);
        assertThat(run.times("H1", "GRE", "maximum segment size adjusted", "maximumSegmentSize", "1360"))
                .as("the SYN leaves by the tunnel").containsExactly("50.000");
        assertThat(run.times("S1", "GRE", "maximum segment size adjusted", "maximumSegmentSize", "1360"))
                .as("the SYN-ACK leaves by the tunnel").containsExactly("50.010");
        assertThat(run.times("H1-host", "TCP", "connection established", "maximumSegmentSize", "1360")).containsExactly("50.020");
        assertThat(run.count("H1-host", "TCP", "segment repeated")).isZero();
        assertThat(run.count("H1", "IP", "packet dropped")).isZero();
    }

    /** A router adjusts what comes out of the tunnel as well: one end with the setting is enough. */
    @Test
    void oneEndOfTheTunnelWithTheSettingIsEnough() {
        FinishedRun run = FinishedRun.of(withTransfer().segmentSize(OptionalInt.empty()).segmentSizeOf("S1", 1300)
                .blocksInside("H1", ICMP).build());

        assertThat(verdict(run)).isTrue();
        assertThat(run.count("S1", "GRE", "maximum segment size adjusted")).as("SYN in, SYN-ACK out").isEqualTo(2);
        assertThat(run.times("H1-host", "TCP", "connection established", "maximumSegmentSize", "1300")).hasSize(1);
    }

    /** RFC 1191: the hub tells the server, which sends smaller segments from then on. */
    @Test
    void withoutItTheServerLearnsThePathMtu() {
        FinishedRun run = FinishedRun.of(withTransfer().segmentSize(OptionalInt.empty()).build());

        assertThat(verdict(run)).isTrue();
        assertThat(run.times("H1-host", "IP", "path MTU learned", "pathMtu", "1400")).containsExactly("50.020");
        assertThat(run.times("H1-host", "TCP", "segments become smaller", "maximumSegmentSize", "1360")).containsExactly("50.020");
        assertThat(run.count("H1", "IP", "packet dropped")).isEqualTo(1);
    }

    /** Cisco, ipv6 tcp adjust-mss: 1400 bytes of the tunnel less 40 of IPv6 and 20 of TCP. */
    @Test
    void ofIpv6TheSegmentSizeIsAdjustedToo() {
        network.ipv6Overlay();
        FinishedRun run = FinishedRun.of(withTransfer().segmentSize(OptionalInt.of(1340)).blocksInside("H1", ICMP).build());

        assertThat(verdict(run)).isTrue();
        assertThat(run.count("H1", "IP", "packet dropped")).isZero();
        assertThat(run.count("H1", "GRE", "maximum segment size adjusted")).isEqualTo(1);
    }

    /** RFC 1191 section 6.3: after ten minutes larger segments are tried again, and repeated in smaller ones at once. */
    @Test
    void aPathMtuThatIsLearnedAgainCostsNoTimeout() {
        FinishedRun run = FinishedRun.of(network.duration(700).segmentSize(OptionalInt.empty()).action(new Action.Flow(
                Duration.ofSeconds(50), "backup", network.hubHost(), network.spokeHost(1), PacketProtocol.TCP, 100_000,
                Action.Flow.DEFAULT_PACKET_BYTES, Optional.empty(), Origin.NONE)).build());

        assertThat(run.count("H1-host", "IP", "path MTU learned")).isEqualTo(2);
        assertThat(run.count("H1-host", "TCP", "segments become smaller")).isEqualTo(2);
        assertThat(run.count("H1-host", "TCP", "segment repeated")).isZero();
    }

    /** RFC 2923 section 2.1: the connection is there, small packets pass, and the transfer hangs. */
    @Test
    void withoutItAndWithoutIcmpTheTransferHangs() {
        FinishedRun run = FinishedRun.of(withTransfer().segmentSize(OptionalInt.empty()).blocksInside("H1", ICMP).build());

        assertThat(verdict(run)).isFalse();
        assertThat(run.simulation().flows().getFirst().progressNanos()).isEmpty();
        assertThat(run.count("H1-host", "TCP", "connection established")).isEqualTo(1);
        assertThat(run.times("H1-host", "TCP", "segment repeated"))
                .as("back-off of RFC 6298 section 5.5").containsExactly("51.020", "53.020", "57.020", "65.020", "81.020", "113.020");
    }

    /** What is lost is sent again, and everything arrives in the end. */
    @Test
    void lostSegmentsAreRepeated() {
        FinishedRun run = FinishedRun.of(withTransfer().loss(0.02).duration(200).build());

        assertThat(run.count("H1-host", "TCP", "segment repeated")).isPositive();
        assertThat(run.simulation().flows().getFirst().progressNanos()).hasSizeGreaterThan(500);
    }

    /** The whole transfer at its rate: 1 Mbit/s for 30 s. */
    @Test
    void aTransferKeepsItsRate() {
        TreeSet<Long> received = new TreeSet<>();
        Simulation simulation = Simulation.create(withTransfer().build(), SimulationOptions.DEFAULT.withScenario("scenario")
                .withTaps(List.of((node, interfaceName, timeNanos, direction, packet) -> {
                    if (interfaceName.equals("eth0") && packet.content() instanceof TcpSegment segment && segment.dataBytes() > 0) {
                        received.add(segment.sequenceNumber() + segment.dataBytes());
                    }
                })));
        simulation.run();

        assertThat(simulation.violation()).isEmpty();
        assertThat(received.last()).isBetween(3_740_000L, 3_760_000L);
    }
}

package dmvpn.sim.underlay;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import dmvpn.network.device.Device;
import dmvpn.network.origin.Origin;
import dmvpn.network.underlay.Transport;
import dmvpn.network.underlay.TransportKind;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.testing.ManualScheduler;
import dmvpn.sim.testing.RecordedTrace;
import dmvpn.sim.testing.ReferenceNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnderlayTest {

    private static final IpAddress HUB = IpAddress.parse("203.0.113.1");
    private static final IpAddress SPOKE = IpAddress.parse("198.51.100.11");
    private static final IpAddress GATEWAY = IpAddress.parse("203.0.113.254");

    private final ManualScheduler scheduler = new ManualScheduler();
    private final RecordedTrace trace = new RecordedTrace(scheduler::nowNanos);
    private final List<String> delivered = new ArrayList<>();
    private final List<String> tapped = new ArrayList<>();

    private CompiledNetwork network(Duration jitter, double loss, OptionalLong bandwidth, Optional<IpPrefix> pool) {
        CompiledNetwork reference = new ReferenceNetwork().build();
        Transport internet = new Transport("Internet", TransportKind.INTERNET, Duration.ofMillis(10), jitter, loss,
                bandwidth, 1500, pool, Origin.NONE);
        return new CompiledNetwork("N", List.of(internet), List.of(), reference.devices(), List.of(), List.of(),
                Origin.NONE);
    }

    private Underlay underlay(CompiledNetwork network) {
        return new Underlay(network, scheduler, trace, new SplittableRandom(1),
                List.of((node, name, time, direction, packet) -> tapped.add(node + " " + direction)));
    }

    private Underlay plain() {
        return underlay(network(Duration.ZERO, 0, OptionalLong.empty(), Optional.empty()));
    }

    private Attachment attach(Underlay underlay, int node, IpAddress address) {
        Device device = new ReferenceNetwork().build().devices().get(node);
        Attachment attachment = underlay.attach(node, device, device.interfaces().get(0)).orElseThrow();
        attachment.connect(address, packet -> delivered.add(
                scheduler.nowNanos() / 1_000 + "us at " + node + ": " + packet.summary()));
        return attachment;
    }

    private static IpPacket packet(IpAddress source, IpAddress destination, int dataBytes, boolean dontFragment) {
        return new IpPacket(source, destination, IpPacket.ICMP, 255, 0, dontFragment, 0,
                new IcmpPacket.EchoRequest(1, 1, dataBytes));
    }

    @Test
    void aPacketArrivesAfterTheLatencyAtWhoeverHasItsDestination() {
        Underlay underlay = plain();
        Attachment hub = attach(underlay, 0, HUB);
        attach(underlay, 1, SPOKE);

        hub.send(packet(HUB, SPOKE, 72, false), GATEWAY);
        scheduler.runUntilMillis(1000);

        assertThat(delivered).containsExactly("10000us at 1: Echo Request");
        assertThat(tapped).containsExactly("0 SENT", "1 RECEIVED");
    }

    @Test
    void aGroupIsHeardByEverybodyElseOnTheLinkAndNoFurther() {
        Underlay underlay = plain();
        Attachment hub = attach(underlay, 0, HUB);
        attach(underlay, 1, SPOKE);
        attach(underlay, 2, HUB.plus(1));

        hub.sendToGroup(packet(HUB, IpAddress.parse("224.0.0.10"), 72, false), IpPrefix.parse("203.0.113.0/24"));
        scheduler.runUntilMillis(1000);

        assertThat(delivered).containsExactly("10000us at 2: Echo Request");
        assertThat(tapped).containsExactly("0 SENT", "2 RECEIVED");
    }

    @Test
    void aGroupThatNobodyHearsIsNoLoss() {
        Attachment hub = attach(plain(), 0, HUB);

        hub.sendToGroup(packet(HUB, IpAddress.parse("224.0.0.10"), 72, false), IpPrefix.parse("203.0.113.0/24"));
        scheduler.runUntilMillis(1000);

        assertThat(trace.messages()).isEmpty();
        assertThat(tapped).isEmpty();
    }

    @Test
    void aPacketForAnAddressThatNobodyHasIsLostAndTheSenderReportsIt() {
        Underlay underlay = plain();
        Attachment hub = attach(underlay, 0, HUB);

        hub.send(packet(HUB, SPOKE, 72, false), GATEWAY);
        scheduler.runUntilMillis(1000);

        assertThat(trace.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.node()).isZero();
            assertThat(entry.timeNanos()).isEqualTo(10_000_000);
            assertThat(entry.event().message()).isEqualTo("packet lost");
            assertThat(entry.event().reason()).isEqualTo("no powered interface of the network has the address");
        });
    }

    @Test
    void aReceiverThatLosesItsPowerWhileAPacketIsUnderWayGetsNothing() {
        Underlay underlay = plain();
        Attachment hub = attach(underlay, 0, HUB);
        Attachment spoke = attach(underlay, 1, SPOKE);

        hub.send(packet(HUB, SPOKE, 72, false), GATEWAY);
        scheduler.runUntilMillis(5);
        spoke.disconnect();
        scheduler.runUntilMillis(1000);

        assertThat(delivered).isEmpty();
        assertThat(trace.messages()).containsExactly("packet lost");
    }

    @Test
    void aBrokenPathLosesBothDirectionsAndNoOtherPath() {
        Underlay underlay = plain();
        Attachment hub = attach(underlay, 0, HUB);
        Attachment first = attach(underlay, 1, SPOKE);
        Attachment second = attach(underlay, 2, IpAddress.parse("198.51.100.12"));
        underlay.faults().setPathBroken(Optional.empty(), 2, 1, true);
        underlay.faults().setPathBroken(Optional.empty(), 1, 2, true);

        first.send(packet(SPOKE, second.address().orElseThrow(), 72, false), GATEWAY);
        second.send(packet(second.address().orElseThrow(), SPOKE, 72, false), GATEWAY);
        first.send(packet(SPOKE, HUB, 72, false), GATEWAY);
        scheduler.runUntilMillis(20);
        assertThat(delivered).containsExactly("10000us at 0: Echo Request");
        assertThat(trace.events(UnderlayEvent.PacketLost.class)).hasSize(2)
                .allMatch(lost -> lost.reason().equals("the path between the two routers is broken"));

        underlay.faults().setPathBroken(Optional.empty(), 1, 2, false);
        underlay.faults().setPathBroken(Optional.empty(), 2, 1, false);
        second.send(packet(second.address().orElseThrow(), SPOKE, 72, false), GATEWAY);
        scheduler.runUntilMillis(100);
        assertThat(delivered).last().isEqualTo("30000us at 1: Echo Request");
        assertThat(hub.address()).contains(HUB);
    }

    @Test
    void bandwidthDelaysEachPacketBehindTheOneBefore() {
        Underlay underlay = underlay(network(Duration.ZERO, 0, OptionalLong.of(1_000_000), Optional.empty()));
        Attachment hub = attach(underlay, 0, HUB);
        attach(underlay, 1, SPOKE);

        // 20 + 8 + 97 = 125 bytes are 1000 bits: 1 ms at 1 Mbit/s.
        hub.send(packet(HUB, SPOKE, 97, false), GATEWAY);
        hub.send(packet(HUB, SPOKE, 97, false), GATEWAY);
        scheduler.runUntilMillis(100);

        assertThat(delivered).containsExactly("11000us at 1: Echo Request", "12000us at 1: Echo Request");
    }

    /** Tail drop (RFC 2309 section 2): 40 packets wait behind the one that is being sent, as on Cisco IOS. */
    @Test
    void whatFindsTheOutputQueueFullIsDropped() {
        Underlay underlay = underlay(network(Duration.ZERO, 0, OptionalLong.of(1_000_000), Optional.empty()));
        Attachment hub = attach(underlay, 0, HUB);
        attach(underlay, 1, SPOKE);

        for (int count = 0; count < 50; count++) {
            hub.send(packet(HUB, SPOKE, 97, false), GATEWAY);
        }
        scheduler.runUntilMillis(100);

        assertThat(delivered).hasSize(41).last().isEqualTo("51000us at 1: Echo Request");
        assertThat(trace.events(UnderlayEvent.PacketLost.class)).hasSize(9)
                .allMatch(lost -> lost.reason().equals("the output queue of the interface is full"));
        assertThat(hub.outputDrops()).isEqualTo(9);

        hub.send(packet(HUB, SPOKE, 97, false), GATEWAY);
        scheduler.runUntilMillis(200);
        assertThat(delivered).as("the queue is empty again").hasSize(42);
    }

    /** Larger packets take longer, and nobody overtakes. */
    @Test
    void packetsLeaveInTheirOrder() {
        Underlay underlay = underlay(network(Duration.ZERO, 0, OptionalLong.of(1_000_000), Optional.empty()));
        Attachment hub = attach(underlay, 0, HUB);
        Attachment spoke = attach(underlay, 1, SPOKE);

        hub.send(packet(HUB, SPOKE, 1472, false), GATEWAY);
        hub.send(packet(HUB, SPOKE, 97, false), GATEWAY);
        scheduler.runUntilMillis(5);
        spoke.send(packet(SPOKE, HUB, 97, false), GATEWAY);
        scheduler.runUntilMillis(100);

        assertThat(delivered).as("the other end has a queue of its own").containsExactly(
                "16000us at 0: Echo Request", "22000us at 1: Echo Request", "23000us at 1: Echo Request");
    }

    /** An access line has a rate in both directions: what comes for it faster waits at the provider's end, or is dropped there. */
    @Test
    void whatSeveralSendToOneWaitsForItsLine() {
        Underlay underlay = underlay(network(Duration.ZERO, 0, OptionalLong.of(1_000_000), Optional.empty()));
        attach(underlay, 0, HUB);
        IpAddress another = IpAddress.parse("198.51.100.12");
        List<Attachment> spokes = List.of(attach(underlay, 1, SPOKE), attach(underlay, 2, another));

        for (int packet = 0; packet < 41 + 20; packet++) {
            if (packet == 41) {
                scheduler.runUntilMillis(20);
            }
            spokes.getFirst().send(packet(SPOKE, HUB, 97, false), GATEWAY);
            spokes.getLast().send(packet(another, HUB, 97, false), GATEWAY);
        }
        scheduler.runUntilMillis(300);

        int there = delivered.size();
        assertThat(there).as("what the line takes while they send, and what waits then").isBetween(61 + 40, 61 + 41);
        assertThat(delivered.getLast()).as("10 ms of latency, and 1 ms for each").isEqualTo(10_000 + there * 1_000 + "us at 0: Echo Request");
        assertThat(spokes).extracting(Attachment::outputDrops).containsOnly(0L);
        assertThat(trace.events(UnderlayEvent.PacketLost.class)).hasSize(2 * 61 - there)
                .allMatch(lost -> lost.reason().equals("the provider's queue toward the receiver is full"));
    }

    /** RFC 791 section 3.2, RFC 1191 section 4. */
    @Test
    void aPacketLargerThanTheMtuIsFragmentedUnlessThatIsForbidden() {
        Underlay underlay = plain();
        Attachment hub = attach(underlay, 0, HUB);
        attach(underlay, 1, SPOKE);

        hub.send(packet(HUB, SPOKE, 1473, false), GATEWAY);
        hub.send(packet(HUB, SPOKE, 1473, true), GATEWAY);
        hub.send(packet(HUB, SPOKE, 1472, true), GATEWAY);
        scheduler.runUntilMillis(100);

        assertThat(delivered).containsExactly("10000us at 1: Fragment of Echo Request",
                "10000us at 1: Fragment of Echo Request", "10000us at 1: Echo Request");
        assertThat(trace.messages()).containsExactly("packet fragmented", "packet lost");
    }

    @Test
    void lossAndJitterFollowTheTransport() {
        Underlay underlay = underlay(network(Duration.ofMillis(5), 0.25, OptionalLong.empty(), Optional.empty()));
        Attachment hub = attach(underlay, 0, HUB);
        attach(underlay, 1, SPOKE);

        for (int count = 0; count < 1000; count++) {
            hub.send(packet(HUB, SPOKE, 72, false), GATEWAY);
        }
        scheduler.runUntilMillis(100);

        assertThat(delivered).hasSizeBetween(700, 800);
        assertThat(delivered.size() + trace.events(UnderlayEvent.PacketLost.class).size()).isEqualTo(1000);
        assertThat(delivered).allSatisfy(text ->
                assertThat(Integer.parseInt(text.substring(0, text.indexOf("us")))).isBetween(10_000, 15_000));
    }

    @Test
    void theFirstWithAnAddressGetsThePacketsAndTheSecondIsReported() {
        Underlay underlay = plain();
        Attachment hub = attach(underlay, 0, HUB);
        Attachment first = attach(underlay, 1, SPOKE);
        attach(underlay, 2, SPOKE);
        assertThat(trace.messages()).containsExactly("duplicate address");

        hub.send(packet(HUB, SPOKE, 72, false), GATEWAY);
        scheduler.runUntilMillis(50);
        first.disconnect();
        hub.send(packet(HUB, SPOKE, 72, false), GATEWAY);
        scheduler.runUntilMillis(100);

        assertThat(delivered).containsExactly("10000us at 1: Echo Request", "60000us at 2: Echo Request");
    }

    @Test
    void leasesFollowTheOrderOfTheModelAndSpareConfiguredAddresses() {
        CompiledNetwork dhcp = new ReferenceNetwork().spokes(2).dhcpSpokes().build();
        Underlay underlay = underlay(dhcp);

        assertThat(lease(underlay, dhcp, 2)).contains("198.51.100.3/24 via 198.51.100.1");
        assertThat(lease(underlay, dhcp, 1)).contains("198.51.100.2/24 via 198.51.100.1");
        assertThat(lease(underlay, dhcp, 1)).as("after a power cycle").contains("198.51.100.2/24 via 198.51.100.1");
        assertThat(trace.messages()).containsOnly("lease");
    }

    @Test
    void anExhaustedPoolLeasesNothingAndSaysSo() {
        CompiledNetwork reference = new ReferenceNetwork().spokes(2).dhcpSpokes().build();
        CompiledNetwork small = new CompiledNetwork("N", List.of(new Transport("Internet", TransportKind.INTERNET,
                Duration.ofMillis(10), Duration.ZERO, 0, OptionalLong.empty(), 1500,
                Optional.of(IpPrefix.parse("198.51.100.0/30")), Origin.NONE)), List.of(), reference.devices(), List.of(),
                List.of(), Origin.NONE);
        Underlay underlay = underlay(small);

        assertThat(lease(underlay, small, 1)).contains("198.51.100.2/30 via 198.51.100.1");
        assertThat(lease(underlay, small, 2)).isEmpty();
        assertThat(trace.entries()).last().extracting(entry -> entry.event().reason())
                .isEqualTo("the pool of the transport is exhausted");
    }

    private static Optional<String> lease(Underlay underlay, CompiledNetwork network, int node) {
        Device device = network.devices().get(node);
        return underlay.lease(underlay.attach(node, device, device.interfaces().get(0)).orElseThrow())
                .map(found -> found.address() + " via " + found.gateway());
    }
}

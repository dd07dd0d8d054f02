package dmvpn.sim.tcp.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.tcp.TcpData;
import dmvpn.sim.tcp.TcpFlags;
import dmvpn.sim.tcp.TcpSegment;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeRouter;
import dmvpn.sim.testing.ManualScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections of routers (RFC 9293, RFC 6298, RFC 5961): two ends with 10 ms between them, and a test that loses packets. */
class TcpConnectionTest {

    private static final IpAddress A = IpAddress.parse("10.0.0.1");
    private static final IpAddress B = IpAddress.parse("10.0.0.2");
    private static final long LATENCY = 10_000_000L;

    private final ManualScheduler clock = new ManualScheduler();
    private final End a = new End("A", A);
    private End b = new End("B", B);
    private Predicate<IpPacket> loses = packet -> false;
    private final List<String> wire = new ArrayList<>();

    /** One end. */
    private final class End implements TcpUser {
        private final FakeRouter router;
        private final TcpStack stack;
        private final FakeInterface eth;
        private int delivered;
        private TcpConnection connection;
        private boolean up;
        private final List<Integer> received = new ArrayList<>();
        private String ended = "";

        End(String name, IpAddress address) {
            eth = new FakeInterface("eth0", address + "/24");
            router = new FakeRouter(new Device(name, name, DeviceRole.ROUTER, Platform.DEFAULT, List.of(), List.of(), List.of(),
                    CryptoConfiguration.NONE, RoutingConfiguration.NONE, List.of(), Origin.NONE), clock).with(eth);
            stack = new TcpStack(router);
            stack.start();
        }

        void listen() {
            stack.listen(Optional.empty(), 179, endpoints -> Optional.of(new TcpListener.Acceptance(this, 1)));
        }

        void open() {
            connection = stack.open(new TcpEndpoints(Optional.empty(), A, 0, B, 179), 1, Optional.empty(), this, Origin.NONE);
        }

        /** What was sent since the last look goes on its way. */
        void pump() {
            List<IpPacket> sent = router.ip().sent();
            while (delivered < sent.size()) {
                IpPacket packet = sent.get(delivered++);
                wire.add(packet.summary());
                if (!loses.test(packet)) {
                    clock.schedule(clock.nowNanos() + LATENCY, Order.ARRIVAL, (kind, payload) -> {
                        End other = packet.destination().equals(A) ? a : b;
                        other.router.ip().deliver(other.eth, packet);
                    }, 0, null);
                }
            }
        }

        @Override
        public void accepted(TcpConnection accepted) {
            connection = accepted;
        }

        @Override
        public void established(TcpConnection established) {
            up = established == connection;
        }

        @Override
        public void received(TcpConnection from, Packet message) {
            received.add(message.lengthBytes());
        }

        @Override
        public void closed(TcpConnection gone, String reason) {
            ended = reason;
            up = false;
        }
    }

    private static Packet message(int bytes) {
        return new OpaquePacket(Octets.of(new byte[bytes]));
    }

    private void run(double untilSeconds) {
        a.pump();
        b.pump();
        long until = Math.round(untilSeconds * 1e9);
        boolean more = true;
        while (more) {
            more = clock.nowNanos() <= until && clock.pendingCount() > 0 && clock.runNext();
            a.pump();
            b.pump();
        }
    }

    private void connect() {
        b.listen();
        a.open();
        run(0.05);
    }

    @Test
    void threeSegmentsMakeAConnection() {
        b.listen();
        a.open();
        run(0.025);

        assertThat(wire).containsExactly("TCP SYN", "TCP SYN-ACK", "TCP ACK");
        assertThat(a.up).isTrue();
        assertThat(a.router.ip().sent().getFirst().timeToLive()).isEqualTo(1);
    }

    @Test
    void messagesArriveInOrderAndShareSegments() {
        connect();
        wire.clear();
        for (int bytes : new int[] {19, 45, 4096, 23}) {
            a.connection.send(message(bytes));
        }
        a.connection.flush();
        run(0.5);

        assertThat(b.received).containsExactly(19, 45, 4096, 23);
        assertThat(a.router.ip().sent().stream().mapToInt(packet -> ((TcpSegment) packet.content()).dataBytes()).filter(bytes -> bytes > 0)
                .boxed().toList()).as("4183 bytes in segments of at most 1460").containsExactly(1460, 1460, 1263);
    }

    @Test
    void aSegmentThatGetsLostIsRepeated() {
        connect();
        loses = packet -> ((TcpSegment) packet.content()).dataBytes() > 0 && clock.nowNanos() < 100_000_000L;
        a.connection.send(message(100));
        a.connection.flush();
        run(0.1);
        assertThat(b.received).isEmpty();

        run(3);
        assertThat(b.received).containsExactly(100);
        assertThat(a.connection.unacknowledgedMessages()).isZero();
    }

    /** RFC 6298 section 5.5: each repetition waits twice as long; IOS begins with 2 s and gives up after 30 s. */
    @Test
    void aSynIsRepeatedUntilNobodyAnswersForThirtySeconds() {
        loses = packet -> true;
        a.open();
        run(60);

        assertThat(wire).containsExactly("TCP SYN", "TCP SYN", "TCP SYN", "TCP SYN");
        assertThat(a.ended).isEqualTo("nobody answered");
    }

    /** RFC 9293 section 3.10.7.1. */
    @Test
    void whatNobodyWaitsForIsReset() {
        a.open();
        run(1);

        assertThat(wire).containsExactly("TCP SYN", "TCP RST");
        assertThat(a.ended).isEqualTo("refused by the peer");
    }

    @Test
    void theEndComesBehindWhatWasSent() {
        connect();
        a.connection.send(message(21));
        a.connection.close();
        run(1);

        assertThat(b.received).containsExactly(21);
        assertThat(b.ended).isEqualTo("closed by the peer");
        assertThat(a.ended).as("who closes hears nothing any more").isEmpty();
        assertThat(clock.pendingCount()).isZero();
    }

    @Test
    void anAbortedConnectionIsReset() {
        connect();
        a.connection.abort();
        run(1);

        assertThat(b.ended).isEqualTo("reset by the peer");
    }

    /** RFC 9293 section 3.10.7.4: a RST counts when it has the very next number, that behind the SYN. */
    @Test
    void aConnectionThatIsOnlyAcceptedIsResetWithTheNextNumber() {
        b.listen();
        a.open();
        run(0.012);
        TcpSegment answer = (TcpSegment) b.router.ip().sent().getLast().content();
        b.connection.abort();
        TcpSegment reset = (TcpSegment) b.router.ip().sent().getLast().content();

        assertThat(answer.synchronize()).isTrue();
        assertThat(reset.reset()).isTrue();
        assertThat(reset.sequenceNumber()).isEqualTo(answer.sequenceNumber() + 1);
    }

    /** RFC 9293 section 3.5.1: an end that lost its memory resets the other one as soon as that speaks. */
    @Test
    void anEndThatLostItsMemoryResetsTheOther() {
        connect();
        b.stack.stop();
        b = new End("B", B);
        a.connection.send(message(19));
        a.connection.flush();
        run(2);

        assertThat(a.ended).isEqualTo("reset by the peer");
    }

    /** RFC 5961 section 3: a RST that does not have the very next number is ignored. */
    @Test
    void aGuessedResetDoesNothing() {
        connect();
        TcpSegment last = (TcpSegment) b.router.ip().sent().getLast().content();
        a.router.ip().deliver(a.eth, IpPacket.originated(B, A, IpPacket.TCP, new TcpSegment(last.sourcePort(), last.destinationPort(),
                last.sequenceNumber() + 5000, 0, TcpFlags.RST, OptionalInt.empty(), TcpData.NONE)));

        assertThat(a.up).isTrue();
        assertThat(a.ended).isEmpty();
    }

    /** Whatever gets lost, all messages arrive once and in order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void lossesDelayMessagesAndNothingElse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        connect();
        loses = packet -> random.nextInt(5) == 0;
        List<Integer> sent = new ArrayList<>();
        for (int index = 0; index < 200; index++) {
            int bytes = 1 + random.nextInt(3000);
            sent.add(bytes);
            a.connection.send(message(bytes));
        }
        a.connection.flush();
        b.connection.send(message(77));
        b.connection.flush();
        run(100_000);

        assertThat(b.received).isEqualTo(sent);
        assertThat(a.received).containsExactly(77);
        assertThat(a.up).isTrue();
    }
}

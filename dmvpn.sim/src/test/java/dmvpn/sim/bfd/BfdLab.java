package dmvpn.sim.bfd;

import dmvpn.network.address.IpAddress;
import dmvpn.network.crypto.CryptoConfiguration;
import dmvpn.network.device.Device;
import dmvpn.network.device.DeviceRole;
import dmvpn.network.device.Platform;
import dmvpn.network.origin.Origin;
import dmvpn.network.routing.BidirectionalForwarding;
import dmvpn.network.routing.RoutingConfiguration;
import dmvpn.sim.bfd.message.BfdPacket;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.router.NeighborDetection;
import dmvpn.sim.router.NeighborDetection.WatchedNeighbor;
import dmvpn.sim.testing.FakeInterface;
import dmvpn.sim.testing.FakeRouter;
import dmvpn.sim.testing.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Two routers A (10.0.0.1) and B (10.0.0.2) with BFD on a link of 10 ms, on which packets may get lost. */
final class BfdLab {

    private static final long LATENCY_NANOS = 10_000_000L;

    final ManualScheduler clock = new ManualScheduler();
    final End a;
    final End b;

    BfdLab(BidirectionalForwarding ofA, BidirectionalForwarding ofB) {
        a = new End("10.0.0.1", Optional.of(ofA), Platform.DEFAULT);
        b = new End("10.0.0.2", Optional.of(ofB), Platform.DEFAULT);
        a.connect(b);
        b.connect(a);
    }

    static BidirectionalForwarding every(long millis, int multiplier) {
        return new BidirectionalForwarding("eth0", Duration.ofMillis(millis), multiplier, List.of(), Origin.NONE);
    }

    void runTo(double seconds) {
        clock.runUntilMillis(Math.round(seconds * 1000));
    }

    /** A protocol that keeps what it is told. */
    final class Listener implements NeighborDetection.Client {
        final List<String> told = new ArrayList<>();
        private final String name;

        Listener(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void lost(WatchedNeighbor neighbor, String reason) {
            told.add(String.format(Locale.ROOT, "%.3f %s %s", clock.nowNanos() / 1e9, neighbor.address(), reason));
        }
    }

    /** A router on one end. */
    final class End {
        final Port port;
        final FakeRouter router;
        final BfdProtocol bfd;
        final Listener client = new Listener("OSPF");
        private final String address;
        /** Packets of this router that get lost. */
        Predicate<BfdPacket> loses = packet -> false;
        private End other;

        End(String address, Optional<BidirectionalForwarding> configured, Platform platform) {
            this.address = address;
            port = new Port(this);
            router = new FakeRouter(new Device(address, address, DeviceRole.ROUTER, platform, List.of(), List.of(), List.of(),
                    CryptoConfiguration.NONE, new RoutingConfiguration(List.of(), List.of(), List.of(), List.of(), List.of(),
                            List.of(), configured.stream().toList(), List.of(), Origin.NONE), List.of(), Origin.NONE), clock)
                    .with(port);
            bfd = new BfdProtocol(router);
            bfd.start();
        }

        /** The router on the other end of the link. */
        void connect(End newOther) {
            other = newOther;
        }

        WatchedNeighbor neighbor() {
            return new WatchedNeighbor("eth0", IpAddress.parse(other.address));
        }

        void watch() {
            bfd.watch(neighbor(), client);
        }

        void forget() {
            bfd.forget(neighbor(), client);
        }

        /** What was sent as {@code 1.000 Down 1000 ms}; P and F behind it. */
        List<String> sent() {
            return port.log;
        }

        /** States of the session as {@code 1.020 session up}. */
        List<String> states() {
            return router.trace().entries().stream()
                    .filter(entry -> entry.event() instanceof BfdTraceEvent.SessionChanged)
                    .map(entry -> String.format(Locale.ROOT, "%.3f %s", entry.timeNanos() / 1e9, entry.event().message())).toList();
        }

        List<String> reasons(String message) {
            return router.trace().entries().stream().filter(entry -> entry.event().message().equals(message))
                    .map(entry -> entry.event().reason()).toList();
        }

        /** Cells of the only session: state, diagnostic, interval, detection time. */
        List<String> session() {
            List<List<String>> rows = bfd.stateTables().getFirst().rows();
            return rows.isEmpty() ? List.of() : List.of(rows.getFirst().get(2), rows.getFirst().get(3), rows.getFirst().get(6),
                    rows.getFirst().get(7));
        }

        void hear(int timeToLive, BfdPacket packet) {
            hearAt(address, timeToLive, packet);
        }

        void hearAt(String destination, int timeToLive, BfdPacket packet) {
            router.ip().deliver(port, new IpPacket(IpAddress.parse(other.address), IpAddress.parse(destination), IpPacket.UDP,
                    timeToLive, 0, false, 0, new UdpDatagram(49_152, BfdPacket.UDP_PORT, packet)));
        }
    }

    /** An interface on the link. */
    final class Port extends FakeInterface {
        private final End end;
        private final List<String> log = new ArrayList<>();

        Port(End end) {
            super("eth0", end.address + "/24");
            this.end = end;
        }

        @Override
        public void send(IpPacket packet, IpAddress nextHop) {
            super.send(packet, nextHop);
            BfdPacket control = (BfdPacket) ((UdpDatagram) packet.content()).content();
            log.add(String.format(Locale.ROOT, "%.3f %s %d ms%s%s", clock.nowNanos() / 1e9, control.state().title(),
                    control.intervals().desiredMinTxMicros() / 1000, control.flags().poll() ? " P" : "",
                    control.flags().finished() ? " F" : ""));
            if (!end.loses.test(control)) {
                clock.schedule(clock.nowNanos() + LATENCY_NANOS, Order.ARRIVAL,
                        (kind, payload) -> end.other.router.ip().deliver(end.other.port, packet), 0, null);
            }
        }
    }
}

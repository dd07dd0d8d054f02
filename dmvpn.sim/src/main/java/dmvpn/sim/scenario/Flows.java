package dmvpn.sim.scenario;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.scenario.Action;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.UdpDatagram;
import java.util.List;

/** Sends the datagrams of a scenario's flows, one after the other at a steady rate. */
final class Flows implements EventHandler {

    /** Discard service (RFC 863): what arrives is thrown away. */
    private static final int DISCARD_PORT = 9;
    /** First of the dynamic ports (RFC 6335 section 6); each flow has one of its own. */
    private static final int FIRST_SOURCE_PORT = 49_152;
    private static final int SOURCE_PORTS = 16_384;
    private static final double BITS_PER_BYTE = 8;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Scheduler scheduler;
    private final long endNanos;
    private Senders senders;

    /** A flow with what it sends. */
    private record Session(Action.Flow flow, IpPacket packet, long intervalNanos, long endNanos) {
    }

    /** @param endNanos end of the run */
    Flows(Scheduler scheduler, long endNanos) {
        this.scheduler = scheduler;
        this.endNanos = endNanos;
    }

    void start(RunningNetwork network, List<Action> actions) {
        senders = new Senders(network);
        int number = 0;
        for (Action action : actions) {
            if (action instanceof Action.Flow flow && flow.at().toNanos() < endNanos) {
                schedule(flow.at().toNanos(), session(flow, number++));
            }
        }
    }

    private Session session(Action.Flow flow, int number) {
        int headerBytes = UdpDatagram.HEADER_BYTES + (flow.source().address() instanceof Ipv4Address
                ? IpPacket.IPV4_HEADER_BYTES : IpPacket.IPV6_HEADER_BYTES);
        UdpDatagram datagram = new UdpDatagram(FIRST_SOURCE_PORT + number % SOURCE_PORTS, DISCARD_PORT,
                new OpaquePacket(Octets.of(new byte[Math.max(0, flow.packetBytes() - headerBytes)])));
        long intervalNanos =
                Math.max(1, Math.round(flow.packetBytes() * BITS_PER_BYTE * NANOS_PER_SECOND / flow.bitsPerSecond()));
        return new Session(flow,
                IpPacket.originated(flow.source().address(), flow.destination().address(), IpPacket.UDP, datagram),
                intervalNanos,
                flow.lasting().map(lasting -> flow.at().plus(lasting).toNanos()).orElse(endNanos));
    }

    private void schedule(long timeNanos, Session session) {
        if (timeNanos < Math.min(session.endNanos(), endNanos)) {
            scheduler.schedule(timeNanos, Order.TIMER, this, 0, session);
        }
    }

    @Override
    public void handle(int kind, Object payload) {
        Session session = (Session) payload;
        schedule(scheduler.nowNanos() + session.intervalNanos(), session);
        senders.of(session.flow().source()).ifPresent(sender -> sender.sendData(session.packet()));
    }
}

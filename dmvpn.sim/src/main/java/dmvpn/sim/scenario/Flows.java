package dmvpn.sim.scenario;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.forwarding.PacketProtocol;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.host.LanHost;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Octets;
import dmvpn.sim.packet.OpaquePacket;
import dmvpn.sim.packet.UdpDatagram;
import dmvpn.sim.tcp.TcpNode;
import dmvpn.sim.tcp.TcpTransfer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The flows of a scenario: sends datagrams one after the other at a steady rate, and starts transfers over TCP. */
final class Flows implements EventHandler {

    /** Discard service (RFC 863): what arrives is thrown away. */
    private static final int DISCARD_PORT = TcpNode.DISCARD_PORT;
    /** First of the dynamic ports (RFC 6335 section 6); each flow has one of its own. */
    private static final int FIRST_SOURCE_PORT = 49_152;
    private static final int SOURCE_PORTS = 16_384;
    private static final double BITS_PER_BYTE = 8;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Scheduler scheduler;
    private final long endNanos;
    private final List<Transfer> transfers = new ArrayList<>();
    private Senders senders;
    private RunningNetwork network;

    /** A flow over TCP with what is known of it. */
    private static final class Transfer {

        private final Action.Flow flow;
        private final int sourcePort;
        private final long endNanos;
        private long[] progressNanos = new long[64];
        private int count;
        private Optional<TcpTransfer.Delivery> delivery = Optional.empty();

        private Transfer(Action.Flow flow, int sourcePort, long endNanos) {
            this.flow = flow;
            this.sourcePort = sourcePort;
            this.endNanos = endNanos;
        }

        private void acknowledged(long nowNanos) {
            if (count == progressNanos.length) {
                progressNanos = Arrays.copyOf(progressNanos, 2 * count);
            }
            progressNanos[count++] = nowNanos;
        }

        private FlowResult result() {
            return new FlowResult(flow, endNanos, Arrays.stream(progressNanos, 0, count).boxed().toList(),
                    delivery.filter(TcpTransfer.Delivery::isComplete).isPresent());
        }
    }

    /** A flow with what it sends. */
    private record Session(Action.Flow flow, IpPacket packet, long intervalNanos, long endNanos) {
    }

    /** @param endNanos end of the run */
    Flows(Scheduler scheduler, long endNanos) {
        this.scheduler = scheduler;
        this.endNanos = endNanos;
    }

    void start(RunningNetwork runningNetwork, List<Action> actions) {
        network = runningNetwork;
        senders = new Senders(network);
        int number = 0;
        for (Action action : actions) {
            if (action instanceof Action.Flow flow && flow.at().toNanos() < endNanos) {
                if (flow.protocol() == PacketProtocol.TCP) {
                    Transfer transfer = new Transfer(flow, FIRST_SOURCE_PORT + number++ % SOURCE_PORTS,
                            Math.min(endNanos, endNanos(flow)));
                    transfers.add(transfer);
                    scheduler.schedule(flow.at().toNanos(), Order.TIMER, this, START_TRANSFER, transfer);
                } else {
                    schedule(flow.at().toNanos(), session(flow, number++));
                }
            }
        }
    }

    private static final int SEND_DATAGRAM = 0;
    private static final int START_TRANSFER = 1;

    private long endNanos(Action.Flow flow) {
        return flow.lasting().map(lasting -> flow.at().plus(lasting).toNanos()).orElse(endNanos);
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
                intervalNanos, endNanos(flow));
    }

    private void schedule(long timeNanos, Session session) {
        if (timeNanos < Math.min(session.endNanos(), endNanos)) {
            scheduler.schedule(timeNanos, Order.TIMER, this, SEND_DATAGRAM, session);
        }
    }

    @Override
    public void handle(int kind, Object payload) {
        if (kind == START_TRANSFER) {
            start((Transfer) payload);
            return;
        }
        Session session = (Session) payload;
        schedule(scheduler.nowNanos() + session.intervalNanos(), session);
        senders.of(session.flow().source()).ifPresent(sender -> sender.sendData(session.packet()));
    }

    /** Routers have no TCP here: a transfer that does not begin at a host makes no progress. */
    private void start(Transfer transfer) {
        Endpoint source = transfer.flow.source();
        Optional<LanHost> host = network.host(source.device(), source.address());
        transfer.delivery = host.map(from -> from.start(new TcpTransfer(source.address(), transfer.flow.destination().address(),
                transfer.sourcePort, DISCARD_PORT, transfer.flow.bitsPerSecond(), transfer.endNanos), transfer::acknowledged));
    }

    /** Result so far of the transfer of that name. */
    Optional<FlowResult> result(String name) {
        return transfers.stream().filter(transfer -> transfer.flow.name().equals(name)).findFirst().map(Transfer::result);
    }

    /** Results so far of what goes over TCP, in the order of the scenario. */
    List<FlowResult> results() {
        return transfers.stream().map(Transfer::result).toList();
    }
}

package dmvpn.sim.scenario;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.Ipv4Address;
import dmvpn.network.scenario.Action;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.icmp.EchoListener;
import dmvpn.sim.icmp.EchoRequests;
import dmvpn.sim.icmp.IcmpPacket;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends the echo requests of a scenario's pings and books their answers. */
final class Pings implements EventHandler, EchoListener {

    private final Scheduler scheduler;
    private final long endNanos;
    private final List<PingSession> sessions = new ArrayList<>();
    private Senders senders;

    /** @param endNanos end of the run */
    Pings(Scheduler scheduler, long endNanos) {
        this.scheduler = scheduler;
        this.endNanos = endNanos;
    }

    void start(RunningNetwork runningNetwork, List<Action> actions) {
        senders = new Senders(runningNetwork);
        for (Action action : actions) {
            if (action instanceof Action.Ping ping && ping.at().toNanos() < endNanos) {
                PingSession session = new PingSession(ping, sessions.size() + 1);
                sessions.add(session);
                scheduler.schedule(ping.at().toNanos(), Order.TIMER, this, 0, session);
            }
        }
    }

    @Override
    public void handle(int kind, Object payload) {
        PingSession session = (PingSession) payload;
        Action.Ping ping = session.ping();
        scheduleNext(session);
        int sequenceNumber = session.sent(scheduler.nowNanos());
        // A source without power, or that nobody has, sends nothing; its request counts as lost all the same.
        senders.of(ping.source()).ifPresent(source -> source.sendEchoRequest(ping.source().address(),
                ping.destination().address(),
                new IcmpPacket.EchoRequest(session.identifier(), sequenceNumber, dataBytes(ping)),
                ping.dontFragment()));
    }

    /** What the headers leave of the packet. */
    private static int dataBytes(Action.Ping ping) {
        if (ping.sizeBytes().isEmpty()) {
            return EchoRequests.defaultDataBytes(ping.source().address());
        }
        int headerBytes = IcmpPacket.HEADER_BYTES + (ping.source().address() instanceof Ipv4Address
                ? IpPacket.IPV4_HEADER_BYTES : IpPacket.IPV6_HEADER_BYTES);
        return Math.max(0, ping.sizeBytes().getAsInt() - headerBytes);
    }

    private void scheduleNext(PingSession session) {
        Action.Ping ping = session.ping();
        if (ping.interval().isEmpty() && ping.count().orElse(1) <= session.count() + 1) {
            return;
        }
        boolean more = ping.count().isEmpty() || session.count() + 1 < ping.count().getAsInt();
        long next = scheduler.nowNanos() + ping.interval().map(Duration::toNanos).orElse(DEFAULT_INTERVAL_NANOS);
        if (more && next < endNanos) {
            scheduler.schedule(next, Order.TIMER, this, 0, session);
        }
    }

    private static final long DEFAULT_INTERVAL_NANOS = 1_000_000_000L;

    @Override
    public void answered(IpAddress from, int identifier, int sequenceNumber) {
        if (identifier >= 1 && identifier <= sessions.size()) {
            sessions.get(identifier - 1).answered(sequenceNumber, scheduler.nowNanos());
        }
    }

    /** Results so far, in the order of the scenario. */
    List<PingResult> results() {
        return sessions.stream().map(PingSession::result).toList();
    }

    /** Result so far of the ping of that name. */
    Optional<PingResult> result(String name) {
        return sessions.stream().filter(session -> session.ping().name().equals(name)).findFirst()
                .map(PingSession::result);
    }
}

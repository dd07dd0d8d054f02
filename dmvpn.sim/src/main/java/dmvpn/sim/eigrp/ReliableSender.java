package dmvpn.sim.eigrp;

import dmvpn.sim.eigrp.EigrpTraceEvent.PacketEvent;
import dmvpn.sim.eigrp.message.EigrpFlags;
import dmvpn.sim.eigrp.message.EigrpOpcode;
import dmvpn.sim.eigrp.message.EigrpPacket;
import dmvpn.sim.eigrp.message.EigrpTlv;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * The reliable transport to one neighbour (RFC 7868 section 5.2): one packet at a time, repeated until acknowledged, at
 * most 16 times.
 */
final class ReliableSender {

    /** A neighbour that does not acknowledge 16 repetitions is given up (RFC 7868 section 5.2). */
    private static final int RETRY_LIMIT = 16;
    private static final long MILLISECOND = 1_000_000L;
    /** Bounds of the retransmission timeout as Cisco IOS has them; a new neighbour starts with the upper one. */
    private static final long MINIMUM_TIMEOUT_NANOS = 200 * MILLISECOND;
    private static final long MAXIMUM_TIMEOUT_NANOS = 5_000 * MILLISECOND;
    private static final int ROUND_TRIPS_PER_TIMEOUT = 6;

    /** Told what becomes of packets. */
    interface Listener {

        /** The neighbour acknowledged a packet. */
        void acknowledged(EigrpNeighbor neighbor, EigrpPacket packet);

        /** The neighbour did not acknowledge a packet, however often it was repeated. */
        void retryLimitExceeded(EigrpNeighbor neighbor);
    }

    private record Content(EigrpOpcode opcode, EigrpFlags flags, List<? extends EigrpTlv> tlvs) {
    }

    private final EigrpContext context;
    private final EigrpNeighbor neighbor;
    private final Listener listener;
    private final Queue<Content> waiting = new ArrayDeque<>();
    private EigrpPacket outstanding;
    private long sentAtNanos;
    private int repetitions;
    private long timeoutNanos = MAXIMUM_TIMEOUT_NANOS;
    /** Half as long again after each repetition. */
    private long currentTimeoutNanos;
    private long smoothedRoundTripNanos;
    private long timer = Scheduler.NO_TIMER;

    ReliableSender(EigrpContext context, EigrpNeighbor neighbor, Listener listener) {
        this.context = context;
        this.neighbor = neighbor;
        this.listener = listener;
    }

    /** Sends a packet when those before it are acknowledged. */
    void send(EigrpOpcode opcode, EigrpFlags flags, List<? extends EigrpTlv> tlvs) {
        waiting.add(new Content(opcode, flags, tlvs));
        if (outstanding == null) {
            sendNext();
        }
    }

    private void sendNext() {
        Content next = waiting.poll();
        if (next == null) {
            return;
        }
        outstanding = EigrpPacket.reliable(next.opcode(), next.flags(), context.nextSequence(),
                neighbor.lastReceivedSequence(), context.process().autonomousSystem(), next.tlvs());
        sentAtNanos = context.nowNanos();
        repetitions = 0;
        currentTimeoutNanos = timeoutNanos;
        timer = context.scheduler().after(currentTimeoutNanos, this::repeat, 0, null);
        context.record(new PacketEvent("sent", neighbor.port().name(), neighbor.address(), outstanding));
        neighbor.port().unicast(neighbor.address(), outstanding);
    }

    private void repeat(int kind, Object payload) {
        if (repetitions == RETRY_LIMIT) {
            listener.retryLimitExceeded(neighbor);
            return;
        }
        repetitions++;
        currentTimeoutNanos = Math.min(currentTimeoutNanos + currentTimeoutNanos / 2, MAXIMUM_TIMEOUT_NANOS);
        timer = context.scheduler().after(currentTimeoutNanos, this::repeat, 0, null);
        context.record(new PacketEvent("repeated", neighbor.port().name(), neighbor.address(), outstanding));
        neighbor.port().unicast(neighbor.address(), outstanding);
    }

    /** What the packet is that waits for an acknowledgement of that number; null when none does. */
    EigrpOpcode awaited(long sequence) {
        return outstanding == null || outstanding.sequence() != sequence ? null : outstanding.opcode();
    }

    /** The neighbour acknowledged a sequence number. */
    void acknowledge(long sequence) {
        if (outstanding == null || outstanding.sequence() != sequence) {
            return;
        }
        context.scheduler().cancel(timer);
        if (repetitions == 0) {
            // The round trip of a repeated packet is ambiguous (Karn's algorithm, RFC 6298 section 3).
            measure(context.nowNanos() - sentAtNanos);
        }
        EigrpPacket acknowledged = outstanding;
        outstanding = null;
        listener.acknowledged(neighbor, acknowledged);
        if (outstanding == null) {
            sendNext();
        }
    }

    private void measure(long roundTripNanos) {
        smoothedRoundTripNanos = smoothedRoundTripNanos == 0
                ? roundTripNanos
                : (smoothedRoundTripNanos * 7 + roundTripNanos) / 8;
        timeoutNanos = Math.clamp(ROUND_TRIPS_PER_TIMEOUT * smoothedRoundTripNanos, MINIMUM_TIMEOUT_NANOS,
                MAXIMUM_TIMEOUT_NANOS);
    }

    void stop() {
        context.scheduler().cancel(timer);
        waiting.clear();
        outstanding = null;
    }

    /** Packets that are not acknowledged yet. */
    int queued() {
        return waiting.size() + (outstanding == null ? 0 : 1);
    }

    long smoothedRoundTripNanos() {
        return smoothedRoundTripNanos;
    }

    long timeoutNanos() {
        return timeoutNanos;
    }
}

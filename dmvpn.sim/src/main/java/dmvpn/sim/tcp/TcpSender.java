package dmvpn.sim.tcp;

import dmvpn.network.address.Ipv4Address;
import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.trace.TraceRecorder;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * The sending end of a connection: opens it, sends segments of at most the maximum segment size, each in a packet with DF
 * (RFC 1191 section 6), and repeats what is not acknowledged, each time after twice the time (RFC 6298). There is no control
 * of congestion: the window is all that holds it back.
 */
final class TcpSender implements EventHandler, TcpTransfer.Delivery {

    /** Where a round trip is shorter, the timeout is the least that RFC 6298 section 2.4 allows. */
    static final long FIRST_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** RFC 6298 section 2.5. */
    private static final long LONGEST_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(60);
    /** {@code net.ipv4.tcp_syn_retries} of Linux. */
    private static final int SYN_REPETITIONS = 6;
    /** What a station takes that does not say (RFC 9293 section 3.7.1). */
    private static final int DEFAULT_SEGMENT_BYTES = 536;
    private static final int FIRST_DATA = 1;
    /** A transfer ends where sequence numbers would begin anew. */
    private static final long LAST_NUMBER = (1L << 32) - 1;
    private static final int BITS_PER_BYTE = 8;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private static final int SEND = 0;
    private static final int REPEAT = 1;

    private final TcpTransfer transfer;
    private final TcpLink link;
    private final TcpTransfer.Progress progress;
    private final int node;
    private final Origin origin;
    private final Scheduler scheduler;
    private final TraceRecorder trace;
    private boolean established;
    private int peerSegmentBytes = DEFAULT_SEGMENT_BYTES;
    private int reportedSegmentBytes;
    private long establishedNanos;
    /** First byte that is not acknowledged, and first that was not sent yet, counted from the SYN. */
    private long acknowledged;
    private long next = FIRST_DATA;
    private long timeoutNanos = FIRST_TIMEOUT_NANOS;
    private long timer = Scheduler.NO_TIMER;
    private int attempts;

    TcpSender(TcpTransfer transfer, TcpLink link, TcpTransfer.Progress progress, int node, Origin origin,
            Scheduler scheduler, TraceRecorder trace) {
        this.transfer = transfer;
        this.link = link;
        this.progress = progress;
        this.node = node;
        this.origin = origin;
        this.scheduler = scheduler;
        this.trace = trace;
    }

    /** Asks for the connection. */
    void open() {
        sendSynchronize();
        startTimer();
    }

    private void sendSynchronize() {
        send(new TcpSegment(transfer.sourcePort(), transfer.destinationPort(), 0, 0, true, false,
                OptionalInt.of(TcpNode.segmentBytes(transfer.source(), link.linkMtuBytes())), 0));
    }

    /** A segment of the other end. */
    void receive(TcpSegment segment) {
        if (!segment.acknowledge()) {
            return;
        }
        if (segment.synchronize() && !established) {
            established = true;
            acknowledged = FIRST_DATA;
            peerSegmentBytes = segment.maximumSegmentBytes().orElse(DEFAULT_SEGMENT_BYTES);
            establishedNanos = scheduler.nowNanos();
            reportedSegmentBytes = segmentBytes();
            trace.record(node, new TcpEvent.Established(transfer.destination(), transfer.destinationPort(),
                    reportedSegmentBytes), origin);
            stopTimer();
            sendAcknowledgement();
            scheduler.schedule(scheduler.nowNanos(), Order.TIMER, this, SEND, null);
        } else if (segment.synchronize()) {
            sendAcknowledgement();
        } else if (established && segment.acknowledgementNumber() > acknowledged) {
            acknowledged = segment.acknowledgementNumber();
            next = Math.max(next, acknowledged);
            progress.acknowledged(scheduler.nowNanos());
            stopTimer();
            if (next > acknowledged) {
                startTimer();
            }
            sendWhatIsThere();
        }
    }

    @Override
    public boolean isComplete() {
        return established && scheduler.nowNanos() >= transfer.endNanos() && next == acknowledged
                && acknowledged + segmentBytes() > written();
    }

    private void sendAcknowledgement() {
        send(new TcpSegment(transfer.sourcePort(), transfer.destinationPort(), next, 1, false, true, OptionalInt.empty(), 0));
    }

    /** The node knows a smaller path MTU: what is on the way did not arrive, and is sent in smaller segments (RFC 1191 section 6.4). */
    void pathMtuChanged() {
        if (established && segmentBytes() < reportedSegmentBytes) {
            reportedSegmentBytes = segmentBytes();
            trace.record(node, new TcpEvent.SegmentsSmaller(transfer.destination(), reportedSegmentBytes), origin);
            next = acknowledged;
            sendWhatIsThere();
        }
    }

    /** What the other end takes, this end's link, and the path. */
    private int segmentBytes() {
        return Math.min(Math.min(peerSegmentBytes, TcpNode.segmentBytes(transfer.source(), link.linkMtuBytes())),
                TcpNode.segmentBytes(transfer.source(), link.pathMtuBytes(transfer.destination())));
    }

    /** Number of the byte behind the last one that the program has written. */
    private long written() {
        long untilNanos = Math.min(scheduler.nowNanos(), transfer.endNanos());
        double seconds = Math.max(0, untilNanos - establishedNanos) / (double) NANOS_PER_SECOND;
        return Math.min(LAST_NUMBER, FIRST_DATA + segmentBytes() + (long) (seconds * transfer.bitsPerSecond() / BITS_PER_BYTE));
    }

    /** Sends full segments as long as there are data and the window is open. */
    private void sendWhatIsThere() {
        int segmentBytes = segmentBytes();
        // Forgotten path MTUs grow again, and the next message about one is news.
        reportedSegmentBytes = Math.max(reportedSegmentBytes, segmentBytes);
        long written = written();
        while (next + segmentBytes <= written && next + segmentBytes - acknowledged <= TcpSegment.WINDOW_BYTES) {
            sendData(segmentBytes);
            if (timer == Scheduler.NO_TIMER) {
                startTimer();
            }
        }
    }

    private void sendData(int segmentBytes) {
        TcpSegment segment = new TcpSegment(transfer.sourcePort(), transfer.destinationPort(), next, 1, false, true,
                OptionalInt.empty(), segmentBytes);
        next += segmentBytes;
        send(segment);
    }

    private void send(TcpSegment segment) {
        IpPacket packet = IpPacket.originated(transfer.source(), transfer.destination(), IpPacket.TCP, segment);
        link.send(packet.withDontFragment(transfer.source() instanceof Ipv4Address));
    }

    @Override
    public void handle(int kind, Object payload) {
        if (kind == SEND) {
            sendWhatIsThere();
            long nextNanos = scheduler.nowNanos() + Math.max(1, segmentBytes() * BITS_PER_BYTE * NANOS_PER_SECOND
                    / transfer.bitsPerSecond());
            if (nextNanos < transfer.endNanos()) {
                scheduler.schedule(nextNanos, Order.TIMER, this, SEND, null);
            }
        } else {
            timer = Scheduler.NO_TIMER;
            repeat();
        }
    }

    private void repeat() {
        if (!established && attempts == SYN_REPETITIONS) {
            trace.record(node, new TcpEvent.Failed(transfer.destination(), transfer.destinationPort()), origin);
            return;
        }
        attempts++;
        timeoutNanos = Math.min(2 * timeoutNanos, LONGEST_TIMEOUT_NANOS);
        trace.record(node, new TcpEvent.Repeated(transfer.destination(), established ? "TCP Data" : "TCP SYN",
                established ? segmentBytes() : 0, attempts), origin);
        startTimer();
        if (established) {
            next = acknowledged;
            sendData(segmentBytes());
        } else {
            sendSynchronize();
        }
    }

    private void startTimer() {
        timer = scheduler.schedule(scheduler.nowNanos() + timeoutNanos, Order.TIMER, this, REPEAT, null);
    }

    /** Something was acknowledged: what is repeated next waits for the usual time again. */
    private void stopTimer() {
        scheduler.cancel(timer);
        timer = Scheduler.NO_TIMER;
        timeoutNanos = FIRST_TIMEOUT_NANOS;
        attempts = 0;
    }
}

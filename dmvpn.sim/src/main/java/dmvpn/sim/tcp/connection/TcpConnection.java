package dmvpn.sim.tcp.connection;

import dmvpn.network.origin.Origin;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.tcp.TcpData;
import dmvpn.sim.tcp.TcpEvent;
import dmvpn.sim.tcp.TcpFlags;
import dmvpn.sim.tcp.TcpNode;
import dmvpn.sim.tcp.TcpSegment;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * One end of a connection (RFC 9293). Numbers here count from the SYN of each direction, which is 0; on the wire they begin
 * at an initial sequence number. The window is all that holds a sender back: there is no control of congestion, no delayed
 * acknowledgement, and no waiting after the end.
 */
public final class TcpConnection implements EventHandler {

    private enum State { SYN_SENT, SYN_RECEIVED, ESTABLISHED, CLOSING, CLOSED }

    /** {@code ip tcp synwait-time} of IOS. */
    private static final long SYN_WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    /** {@code net.ipv4.tcp_retries2} of Linux. */
    private static final int REPETITIONS = 15;
    /** How often the end of a connection is told to somebody who does not answer. */
    private static final int REPETITIONS_OF_END = 4;
    /** What a station takes that does not say (RFC 9293 section 3.7.1). */
    private static final int DEFAULT_SEGMENT_BYTES = 536;
    /** DSCP CS6, which routers give routing protocols (RFC 4594 section 3.1). */
    private static final int TRAFFIC_CLASS = 0xc0;

    private static final int REPEAT = 0;
    private static final int GIVE_UP = 1;

    private final TcpStack stack;
    private final TcpEndpoints endpoints;
    private final TcpUser user;
    private final int timeToLive;
    private final Optional<TcpKey> key;
    private final Origin origin;
    private final SequenceNumbers own;
    private final SendQueue unacknowledged = new SendQueue();
    private final ReceiveQueue incoming = new ReceiveQueue();
    private final RoundTrip roundTrip = new RoundTrip();
    private SequenceNumbers remote = new SequenceNumbers(0);
    private State state;
    private int peerSegmentBytes = DEFAULT_SEGMENT_BYTES;
    /** First byte that is not acknowledged, first that was not sent, and first that was never sent. */
    private long acknowledged;
    private long next;
    private long neverSent;
    private boolean finishing;
    private boolean answerOwed;
    private long repeatTimer = Scheduler.NO_TIMER;
    private long giveUpTimer = Scheduler.NO_TIMER;
    private int attempts;

    TcpConnection(TcpStack stack, TcpEndpoints endpoints, TcpUser user, int timeToLive, Optional<TcpKey> key,
            Origin origin) {
        this.stack = stack;
        this.endpoints = endpoints;
        this.user = user;
        this.timeToLive = timeToLive;
        this.key = key;
        this.origin = origin;
        this.own = new SequenceNumbers(stack.initialSequence());
    }

    /** Who talks to whom. */
    public TcpEndpoints endpoints() {
        return endpoints;
    }

    /** What its segments are signed with; empty for nothing. */
    Optional<TcpKey> key() {
        return key;
    }

    /** Messages that were sent and are not acknowledged. */
    public int unacknowledgedMessages() {
        return unacknowledged.size();
    }

    /** Asks for the connection. */
    void open() {
        state = State.SYN_SENT;
        sendSynchronize();
        giveUpTimer = scheduler().after(SYN_WAIT_NANOS, this, GIVE_UP, null);
    }

    /** Answers a SYN. */
    void answer(TcpSegment synchronize) {
        state = State.SYN_RECEIVED;
        heard(synchronize);
        sendSynchronize();
        giveUpTimer = scheduler().after(SYN_WAIT_NANOS, this, GIVE_UP, null);
    }

    /** Queues a message; {@link #flush} sends what is queued, so that messages share segments. */
    public void send(Packet message) {
        unacknowledged.add(message);
    }

    /** Sends what is queued, as far as the window lets it. */
    public void flush() {
        if (state == State.ESTABLISHED || state == State.CLOSING) {
            sendWhatIsThere();
        }
    }

    /** Sends what is queued and then says that there is no more. The user hears nothing of it from now on. */
    public void close() {
        if (state == State.ESTABLISHED) {
            state = State.CLOSING;
            finishing = true;
            attempts = 0;
            sendWhatIsThere();
        } else if (state != State.CLOSING) {
            abort();
        }
    }

    /** Ends the connection at once; the other end gets a RST when it knows of the connection. */
    public void abort() {
        if (state != State.CLOSED) {
            if (state != State.SYN_SENT) {
                transmit(new TcpSegment(endpoints.localPort(), endpoints.remotePort(), own.onWire(next), 0, TcpFlags.RST,
                        OptionalInt.empty(), TcpData.NONE));
            }
            forget();
        }
    }

    /** Power fails. */
    void stop() {
        scheduler().cancel(repeatTimer);
        scheduler().cancel(giveUpTimer);
    }

    private void forget() {
        state = State.CLOSED;
        stop();
        stack.remove(this);
    }

    private void end(String reason) {
        boolean tell = state != State.CLOSING;
        forget();
        if (tell) {
            stack.record(new TcpEvent.Closed(endpoints.remote(), endpoints.localPort(), endpoints.remotePort(), reason), origin);
            user.closed(this, reason);
        }
    }

    /** A segment of the other end. */
    void receive(TcpSegment segment) {
        switch (state) {
            case SYN_SENT -> receiveInSynSent(segment);
            case SYN_RECEIVED, ESTABLISHED, CLOSING -> receiveSynchronized(segment);
            case CLOSED -> { } // nothing is expected any more
        }
    }

    /** RFC 9293 section 3.10.7.3. */
    private void receiveInSynSent(TcpSegment segment) {
        boolean acceptable = segment.acknowledge() && own.nearest(segment.acknowledgementNumber(), acknowledged) == 1;
        if (segment.acknowledge() && !acceptable) {
            if (!segment.reset()) {
                stack.sendReset(endpoints, timeToLive, segment);
            }
        } else if (segment.reset()) {
            if (acceptable) {
                end("refused by the peer");
            }
        } else if (segment.synchronize() && segment.acknowledge()) {
            heard(segment);
            establish();
            sendAcknowledgement();
            user.established(this);
        }
    }

    private void heard(TcpSegment synchronize) {
        remote = new SequenceNumbers(synchronize.sequenceNumber());
        peerSegmentBytes = synchronize.maximumSegmentBytes().orElse(DEFAULT_SEGMENT_BYTES);
    }

    private void establish() {
        state = State.ESTABLISHED;
        acknowledged = 1;
        attempts = 0;
        scheduler().cancel(giveUpTimer);
        stopRepeating();
        stack.record(new TcpEvent.Established(endpoints.remote(), endpoints.remotePort(), segmentBytes()), origin);
    }

    /** RFC 9293 section 3.10.7.4, as far as windows that never close need it. */
    private void receiveSynchronized(TcpSegment segment) {
        long start = remote.nearest(segment.sequenceNumber(), incoming.expected());
        if (segment.reset()) {
            // RFC 5961 section 3: only the exact number counts, lest anybody could break connections.
            if (start == incoming.expected()) {
                end("reset by the peer");
            }
            return;
        }
        if (segment.synchronize()) {
            if (state == State.SYN_RECEIVED && segment.sequenceNumber() == remote.initial()) {
                sendSynchronize();
            } else {
                sendAcknowledgement(); // RFC 5961 section 4: who asks anew learns that this end does not know it, and resets
            }
            return;
        }
        if (!segment.acknowledge()) {
            return;
        }
        if (state == State.SYN_RECEIVED) {
            if (own.nearest(segment.acknowledgementNumber(), acknowledged) != 1) {
                stack.sendReset(endpoints, timeToLive, segment);
                return;
            }
            establish();
            user.established(this);
        }
        takeAcknowledgement(own.nearest(segment.acknowledgementNumber(), acknowledged));
        if (state != State.CLOSED) {
            takeData(start, segment);
        }
    }

    private void takeAcknowledgement(long number) {
        if (number <= acknowledged || number > unacknowledged.end() + 1) {
            return;
        }
        acknowledged = number;
        next = Math.max(next, acknowledged);
        unacknowledged.acknowledged(acknowledged);
        attempts = 0;
        roundTrip.acknowledged(number, scheduler().nowNanos());
        stopRepeating();
        if (finishing && number > unacknowledged.end()) {
            forget();
            return;
        }
        startRepeatingWhenNeeded();
        sendWhatIsThere();
    }

    private void takeData(long start, TcpSegment segment) {
        if (segment.sequenceLength() == 0) {
            return;
        }
        answerOwed = true;
        incoming.take(start, segment.data());
        boolean ended = segment.finish() && incoming.takeEnd(start + segment.dataBytes());
        Packet message = state == State.ESTABLISHED ? incoming.next() : null;
        while (message != null) {
            user.received(this, message);
            message = state == State.ESTABLISHED ? incoming.next() : null;
        }
        if (answerOwed && state != State.CLOSED) {
            sendAcknowledgement();
        }
        if (ended && state == State.ESTABLISHED) {
            user.closed(this, "closed by the peer");
            close();
        }
    }

    /** Options are not counted in what an end says that it takes (RFC 6691 section 2). */
    private int segmentBytes() {
        return Math.min(peerSegmentBytes, ownSegmentBytes()) - (key.isPresent() ? TcpSegment.DIGEST_OPTION_BYTES : 0);
    }

    private int ownSegmentBytes() {
        return TcpNode.segmentBytes(endpoints.local(), stack.mtuBytes(endpoints));
    }

    private void sendSynchronize() {
        boolean asks = state == State.SYN_SENT;
        next = 1;
        neverSent = 1;
        transmit(new TcpSegment(endpoints.localPort(), endpoints.remotePort(), own.initial(),
                asks ? 0 : remote.onWire(incoming.expected()), asks ? TcpFlags.SYN : TcpFlags.SYN_ACK,
                OptionalInt.of(ownSegmentBytes()), TcpData.NONE));
        startRepeating();
    }

    private void sendAcknowledgement() {
        sendSegment(next, TcpFlags.ACK, TcpData.NONE);
    }

    private void sendSegment(long number, TcpFlags flags, TcpData data) {
        answerOwed = false;
        transmit(new TcpSegment(endpoints.localPort(), endpoints.remotePort(), own.onWire(number),
                remote.onWire(incoming.expected()), flags, OptionalInt.empty(), data));
    }

    private void transmit(TcpSegment plain) {
        TcpSegment segment = key.map(each -> each.signed(endpoints.local(), endpoints.remote(), plain)).orElse(plain);
        stack.send(endpoints.vrf(), new IpPacket(endpoints.local(), endpoints.remote(), IpPacket.TCP, timeToLive, TRAFFIC_CLASS,
                false, 0, segment));
    }

    /** Segments as full as can be, as long as there are data and the window is open; the last one has the FIN. */
    private void sendWhatIsThere() {
        int segmentBytes = segmentBytes();
        while (next < unacknowledged.end() && next - acknowledged < TcpSegment.WINDOW_BYTES) {
            sendData(segmentBytes);
        }
        if (finishing && next == unacknowledged.end()) {
            sendFinish();
        }
    }

    private void sendData(int segmentBytes) {
        TcpData data = unacknowledged.data(next, segmentBytes);
        if (next == neverSent) {
            roundTrip.sent(next, scheduler().nowNanos());
        }
        sendSegment(next, TcpFlags.ACK, data);
        next += data.lengthBytes();
        neverSent = Math.max(neverSent, next);
        startRepeatingWhenNeeded();
    }

    private void sendFinish() {
        sendSegment(next, TcpFlags.FIN_ACK, TcpData.NONE);
        next++;
        startRepeatingWhenNeeded();
    }

    private void startRepeatingWhenNeeded() {
        if (repeatTimer == Scheduler.NO_TIMER && next > acknowledged) {
            startRepeating();
        }
    }

    private void startRepeating() {
        scheduler().cancel(repeatTimer);
        repeatTimer = scheduler().after(roundTrip.timeoutNanos(), this, REPEAT, null);
    }

    private void stopRepeating() {
        scheduler().cancel(repeatTimer);
        repeatTimer = Scheduler.NO_TIMER;
    }

    @Override
    public void handle(int kind, Object payload) {
        if (kind == GIVE_UP) {
            end("nobody answered");
            return;
        }
        repeatTimer = Scheduler.NO_TIMER;
        if (attempts == (finishing ? REPETITIONS_OF_END : REPETITIONS)) {
            end("nothing is acknowledged any more");
            return;
        }
        attempts++;
        roundTrip.expired();
        boolean synchronizing = state == State.SYN_SENT || state == State.SYN_RECEIVED;
        TcpData data = synchronizing ? TcpData.NONE : unacknowledged.data(acknowledged, segmentBytes());
        stack.record(new TcpEvent.Repeated(endpoints.remote(), synchronizing ? state == State.SYN_SENT ? "TCP SYN" : "TCP SYN-ACK"
                : data.lengthBytes() == 0 ? "TCP FIN" : "TCP Data", data.lengthBytes(), attempts), origin);
        if (synchronizing) {
            sendSynchronize();
        } else {
            next = acknowledged;
            if (data.lengthBytes() > 0) {
                sendData(segmentBytes());
            } else {
                sendFinish();
            }
        }
    }

    private Scheduler scheduler() {
        return stack.scheduler();
    }
}

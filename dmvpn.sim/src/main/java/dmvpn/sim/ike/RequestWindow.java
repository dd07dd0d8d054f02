package dmvpn.sim.ike;

import dmvpn.sim.ike.message.IkeExchange;
import dmvpn.sim.ike.message.IkePacket;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.Scheduler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The requests of this end on one IKE SA: one is outstanding at a time, the default window size of RFC 7296 section 2.3,
 * and it is sent again until it is answered or given up.
 */
final class RequestWindow implements EventHandler {

    /** Requests that may be outstanding, of this end and of a peer that says nothing else (RFC 7296 section 2.3). */
    static final int SIZE = 1;

    private final IkeSa sa;
    private final IkeTransport transport;
    private final Deque<Request> waiting = new ArrayDeque<>(0);
    private Request outstanding;
    private IkePacket message;
    private int retransmissions;
    private long timer = Scheduler.NO_TIMER;
    private long nextMessageId;

    RequestWindow(IkeSa sa, IkeTransport transport) {
        this.sa = sa;
        this.transport = transport;
    }

    /** Sends a request now, or when those before it are answered. */
    void send(Request request) {
        waiting.add(request);
        if (outstanding == null) {
            sendNext();
        } else if (outstanding.paced() && timer == Scheduler.NO_TIMER) {
            // A liveness check that lost its urgency holds up a request: get it answered.
            retransmit();
            startTimer();
        }
    }

    /** The request that waits for its answer, or null. */
    Request outstanding() {
        return outstanding;
    }

    /** Message id of the next request. */
    long nextMessageId() {
        return nextMessageId;
    }

    /** Message id of the next request that is not waiting yet. */
    long nextUnusedMessageId() {
        return nextMessageId + waiting.size();
    }

    private void sendNext() {
        Request next = waiting.poll();
        if (next == null) {
            return;
        }
        outstanding = next;
        retransmissions = 0;
        message = next.exchange() == IkeExchange.IKE_SA_INIT
                ? IkePacket.initRequest(sa.initiatorSpi(), next.payloads())
                : new IkePacket(sa.initiatorSpi(), sa.responderSpi(), next.exchange(), sa.isInitiator(), false,
                        nextMessageId, Optional.of(sa.suite()), next.payloads());
        // A first request that is made anew, with another group or a cookie, has the number 0 again (RFC 7296 section 2.6).
        nextMessageId = next.exchange() == IkeExchange.IKE_SA_INIT ? 1 : nextMessageId + 1;
        transport.send(sa, message, false);
        if (outstanding == next && !next.paced()) {
            startTimer();
        }
    }

    private void startTimer() {
        timer = transport.scheduler().after(transport.behaviour().retransmission().waitNanos(retransmissions), this, 0, null);
    }

    /** Sends the outstanding request again, bit for bit (RFC 7296 section 2.1). */
    void retransmit() {
        transport.send(sa, message, true);
    }

    @Override
    public void handle(int kind, Object payload) {
        timer = Scheduler.NO_TIMER;
        if (retransmissions == transport.behaviour().retransmission().maximum()) {
            giveUp();
            return;
        }
        retransmissions++;
        Request sent = outstanding;
        retransmit();
        // A router that has the peer's address too gets its own packet at once, and may give the request up.
        if (outstanding == sent) {
            startTimer();
        }
    }

    /** Nobody answers (RFC 7296 section 2.4): those who wait behind the request will not be answered either. */
    private void giveUp() {
        List<Request> hopeless = new ArrayList<>(waiting);
        hopeless.addFirst(outstanding);
        cancel();
        for (Request request : hopeless) {
            if (sa.state != IkeSa.State.GONE) {
                request.unanswered().run();
            }
        }
    }

    /** True when that is the answer to the outstanding request. */
    boolean awaits(IkePacket answer) {
        return outstanding != null && answer.messageId() == message.messageId()
                && answer.exchange() == message.exchange();
    }

    /** Takes the awaited answer and goes on with the next request. */
    void answered(IkePacket answer) {
        Request done = outstanding;
        dropOutstanding();
        done.answered().accept(answer);
        if (outstanding == null && sa.state != IkeSa.State.GONE) {
            sendNext();
        }
    }

    /** Forgets every request without a word to anybody. */
    void cancel() {
        dropOutstanding();
        waiting.clear();
    }

    /** Forgets the outstanding request; the others keep waiting. */
    void dropOutstanding() {
        stopTimer();
        outstanding = null;
        message = null;
    }

    /** Moves every request to the successor of the IKE SA, the outstanding one included. */
    void handOverTo(RequestWindow successor) {
        Request first = outstanding;
        Deque<Request> others = new ArrayDeque<>(waiting);
        cancel();
        if (first != null && !first.paced()) {
            successor.send(first);
        }
        others.forEach(successor::send);
    }

    private void stopTimer() {
        transport.scheduler().cancel(timer);
        timer = Scheduler.NO_TIMER;
    }
}

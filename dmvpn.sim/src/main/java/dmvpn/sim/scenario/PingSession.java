package dmvpn.sim.scenario;

import dmvpn.network.scenario.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The requests of a running ping. */
final class PingSession {

    private static final long UNANSWERED = -1;
    private static final int INITIAL_CAPACITY = 64;
    private static final int SEQUENCE_NUMBERS = 1 << 16;

    private final Action.Ping ping;
    private final int identifier;
    private long[] sentNanos = new long[INITIAL_CAPACITY];
    private long[] answeredNanos = new long[INITIAL_CAPACITY];
    private int count;

    PingSession(Action.Ping ping, int identifier) {
        this.ping = ping;
        this.identifier = identifier;
    }

    Action.Ping ping() {
        return ping;
    }

    int identifier() {
        return identifier;
    }

    int count() {
        return count;
    }

    /** A request is sent; answers its sequence number, which starts again after 65536 requests. */
    int sent(long nowNanos) {
        if (count == sentNanos.length) {
            sentNanos = Arrays.copyOf(sentNanos, 2 * count);
            answeredNanos = Arrays.copyOf(answeredNanos, 2 * count);
        }
        sentNanos[count] = nowNanos;
        answeredNanos[count] = UNANSWERED;
        return count++ % SEQUENCE_NUMBERS;
    }

    /** A reply arrived: it answers the last request of that sequence number; a second reply changes nothing. */
    void answered(int sequenceNumber, long nowNanos) {
        int rounds = (count - 1 - sequenceNumber) / SEQUENCE_NUMBERS;
        int request = rounds * SEQUENCE_NUMBERS + sequenceNumber;
        if (sequenceNumber < count && answeredNanos[request] == UNANSWERED) {
            answeredNanos[request] = nowNanos;
        }
    }

    PingResult result() {
        List<PingResult.Request> requests = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            requests.add(new PingResult.Request(sentNanos[index], answeredNanos[index] == UNANSWERED
                    ? OptionalLong.empty() : OptionalLong.of(answeredNanos[index])));
        }
        return new PingResult(ping, requests);
    }
}

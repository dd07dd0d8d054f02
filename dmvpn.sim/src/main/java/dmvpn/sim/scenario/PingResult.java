package dmvpn.sim.scenario;

import dmvpn.network.scenario.Action;
import java.util.List;
import java.util.OptionalLong;

/**
 * What became of the requests of a ping.
 *
 * @param ping the ping
 * @param requests its requests in the order of sending
 */
public record PingResult(Action.Ping ping, List<Request> requests) {

    /** How long IOS waits for a reply before it counts the request as lost (Cisco IOS, {@code ping}). */
    public static final long TIMEOUT_NANOS = 2_000_000_000L;

    /** Keeps an immutable copy of the list. */
    public PingResult {
        requests = List.copyOf(requests);
    }

    /**
     * One echo request.
     *
     * @param sentNanos when it was sent
     * @param answeredNanos when its reply arrived, empty when none did
     */
    public record Request(long sentNanos, OptionalLong answeredNanos) {

        /** Time from request to reply. */
        public OptionalLong roundTripNanos() {
            return answeredNanos.isPresent()
                    ? OptionalLong.of(answeredNanos.getAsLong() - sentNanos) : OptionalLong.empty();
        }

        /** True when no reply came and none is awaited any more at an instant. */
        public boolean isLost(long nowNanos) {
            return answeredNanos.isEmpty() && sentNanos + TIMEOUT_NANOS <= nowNanos;
        }
    }

    /** Number of requests that were answered. */
    public int answered() {
        return (int) requests.stream().filter(request -> request.answeredNanos().isPresent()).count();
    }

    /** Number of requests that stay unanswered; those still awaited at the instant do not count. */
    public int lost(long nowNanos) {
        return (int) requests.stream().filter(request -> request.isLost(nowNanos)).count();
    }

    /** The same for the requests that were sent in a span of time alone, both ends included. */
    public PingResult sentBetween(long fromNanos, long toNanos) {
        return new PingResult(ping, requests.stream()
                .filter(request -> request.sentNanos() >= fromNanos && request.sentNanos() <= toNanos).toList());
    }

    /**
     * The longest time in which no request was sent that was answered.
     *
     * @param afterNanos requests sent before are ignored
     * @param nowNanos requests whose reply is still awaited at this instant are ignored
     */
    public long longestGapNanos(long afterNanos, long nowNanos) {
        long longest = 0;
        long lastGood = -1;
        long last = -1;
        for (Request request : requests) {
            boolean awaited = request.answeredNanos().isEmpty() && !request.isLost(nowNanos);
            if (request.sentNanos() < afterNanos || awaited) {
                continue;
            }
            if (lastGood < 0) {
                lastGood = request.sentNanos();
            }
            last = request.sentNanos();
            if (request.answeredNanos().isPresent()) {
                longest = Math.max(longest, last - lastGood);
                lastGood = last;
            }
        }
        return last < 0 ? 0 : Math.max(longest, last - lastGood);
    }
}

package dmvpn.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.network.address.IpAddress;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PingResultTest {

    private static final long SECOND = 1_000_000_000L;
    private static final Endpoint ENDPOINT = new Endpoint("S1.lan", "S1", IpAddress.parse("192.168.11.10"), Origin.NONE);

    /** One request each second from 0; an o is answered after 20 ms, an x is not. */
    private static PingResult result(String pattern) {
        List<PingResult.Request> requests = new ArrayList<>();
        for (int second = 0; second < pattern.length(); second++) {
            requests.add(new PingResult.Request(second * SECOND, pattern.charAt(second) == 'o'
                    ? OptionalLong.of(second * SECOND + 20_000_000) : OptionalLong.empty()));
        }
        return new PingResult(new Action.Ping(Duration.ZERO, "ping", ENDPOINT, ENDPOINT,
                Optional.of(Duration.ofSeconds(1)), OptionalInt.empty(), Origin.NONE), requests);
    }

    @Test
    void aRequestIsLostWhenItStaysUnansweredForTheTimeout() {
        assertThat(result("oxxo").lost(10 * SECOND)).isEqualTo(2);
        assertThat(result("oxxo").answered()).isEqualTo(2);
        assertThat(result("ooox").lost(4 * SECOND)).as("still awaited").isZero();
        assertThat(result("ooox").lost(5 * SECOND)).isEqualTo(1);
    }

    @Test
    void theLongestGapIsBetweenAnsweredRequests() {
        assertThat(result("oooo").longestGapNanos(0, 10 * SECOND)).isEqualTo(SECOND);
        assertThat(result("oxxoxo").longestGapNanos(0, 10 * SECOND)).isEqualTo(3 * SECOND);
    }

    @Test
    void aGapAtTheStartOrTheEndCounts() {
        assertThat(result("xxo").longestGapNanos(0, 10 * SECOND)).isEqualTo(2 * SECOND);
        assertThat(result("oxxx").longestGapNanos(0, 10 * SECOND)).isEqualTo(3 * SECOND);
        assertThat(result("xxxx").longestGapNanos(0, 10 * SECOND)).isEqualTo(3 * SECOND);
    }

    @Test
    void requestsBeforeTheInstantAreIgnored() {
        assertThat(result("oxxxxoo").longestGapNanos(5 * SECOND, 10 * SECOND)).isEqualTo(SECOND);
        assertThat(result("oooo").longestGapNanos(60 * SECOND, 100 * SECOND)).isZero();
    }
}

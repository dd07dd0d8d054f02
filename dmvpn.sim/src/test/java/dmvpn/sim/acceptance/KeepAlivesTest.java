package dmvpn.sim.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dmvpn.sim.testing.FinishedRun;
import dmvpn.sim.testing.ReferenceNetwork;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.FieldValue;
import dmvpn.sim.trace.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The trace holds the hellos and acknowledgements of a whole cloud, each 10 ms on its way, and knows them as keep-alives. */
class KeepAlivesTest {

    private final FinishedRun run = FinishedRun.of(new ReferenceNetwork().duration(31).build());

    private List<String> tunnelTimes(String router, String message) {
        return run.times(router, "EIGRP", message, "interface", "Tunnel100");
    }

    private List<RecordedEvent> events() {
        return StreamSupport.stream(run.simulation().trace().spliterator(), false).toList();
    }

    @Test
    void aHelloIsSentEvery5SecondsAndReceived10MillisecondsLater() {
        assertThat(tunnelTimes("S1", "Hello sent")).containsSubsequence(
                "0.000", "5.000", "10.000", "15.000", "20.000", "25.000", "30.000");
        assertThat(run.times("H1", "EIGRP", "Hello received", "neighbor", "10.0.0.11")).containsSubsequence(
                "5.010", "10.010", "15.010", "20.010", "25.010", "30.010");
        assertThat(tunnelTimes("S1", "Hello received")).containsSubsequence(
                "5.010", "10.010", "15.010", "20.010", "25.010", "30.010");
    }

    @Test
    void whatIsAcknowledgedIsReceivedAckedAndTheAckReceived() {
        List<String> sent = run.times("S1", "EIGRP", "Ack sent", "neighbor", "10.0.0.1");
        List<String> received = run.times("H1", "EIGRP", "Ack received", "neighbor", "10.0.0.11");

        assertThat(sent).hasSizeGreaterThan(1);
        assertThat(received).hasSameSizeAs(sent);
        for (int place = 0; place < sent.size(); place++) {
            assertThat(Double.parseDouble(received.get(place)) - Double.parseDouble(sent.get(place)))
                    .isCloseTo(0.010, within(1e-9));
        }
    }

    @Test
    void theHelloThatFormsANeighborIsTheCauseOfTheNeighborsEvent() {
        BinaryTrace trace = run.simulation().trace();
        List<RecordedEvent> discovered = events().stream()
                .filter(event -> event.message().equals("neighbor discovered")).toList();

        assertThat(discovered).hasSizeGreaterThan(2).noneMatch(RecordedEvent::keepAlive)
                .allSatisfy(event -> assertThat(trace.event(event.causeIndex()))
                        .satisfies(hello -> assertThat(hello.message()).isEqualTo("Hello received"))
                        .satisfies(hello -> assertThat(hello.reason()).isEqualTo("first hello"))
                        .satisfies(hello -> assertThat(hello.field("neighbor").map(FieldValue::text))
                                .isEqualTo(event.field("neighbor").map(FieldValue::text))));
    }

    @Test
    void onlyHellosAndAcknowledgementsOfEigrpAreKeepAlives() {
        assertThat(events()).filteredOn(RecordedEvent::keepAlive)
                .allMatch(event -> event.protocol().equals("EIGRP"))
                .extracting(RecordedEvent::message)
                .containsOnly("Hello sent", "Hello received", "Ack sent", "Ack received");
    }

    /** A day of a thousand routers is mostly hellos. */
    @Test
    void aHelloTakesFewBytes() {
        BinaryTrace shorter = FinishedRun.of(new ReferenceNetwork().spokes(100).duration(60).build()).simulation().trace();
        BinaryTrace longer = FinishedRun.of(new ReferenceNetwork().spokes(100).duration(160).build()).simulation().trace();

        List<RecordedEvent> hellos = new ArrayList<>();
        for (int index = shorter.size(); index < longer.size(); index++) {
            hellos.add(longer.event(index));
        }
        assertThat(hellos).hasSizeGreaterThan(6_000).filteredOn(RecordedEvent::keepAlive).hasSizeGreaterThan(6_000);
        assertThat((longer.sizeInBytes() - shorter.sizeInBytes()) / (double) hellos.size()).isLessThan(12);
    }
}

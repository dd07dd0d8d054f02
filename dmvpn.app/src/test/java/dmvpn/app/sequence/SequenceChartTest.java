package dmvpn.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.testing.Models;
import dmvpn.network.origin.Origin;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.RecordedEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class SequenceChartTest {

    private static final List<String> NODES = List.of("HQ", "Idle", "Branch1", "Branch2");

    private static RecordedEvent event(int index, long millis, int node, String message, int cause) {
        return new RecordedEvent(index, millis * 1_000_000, node, NODES.get(node), "NHRP", message, false, List.of(), "", cause, Origin.NONE);
    }

    @Test
    void aMessageLeadsFromWhoSentItToWhoReceivedIt() {
        SequenceChart chart = SequenceChart.of(List.of(event(0, 0, 2, "Registration Request sent", RecordedEvent.NO_CAUSE),
                event(1, 10, 0, "Registration Request received", 0), event(2, 10, 0, "cache entry added", 1),
                event(3, 10, 0, "Registration Reply sent", 1), event(4, 20, 2, "Registration Reply received", 3)), NODES);

        assertThat(chart.lifelines()).as("who does nothing has no lifeline").containsExactly("HQ", "Branch1");
        assertThat(chart.elements()).containsExactly(
                new SequenceElement.Message(0, 1, 0, 10_000_000, 1, 0, "NHRP", "Registration Request"),
                new SequenceElement.Occurrence(2, 10_000_000, 0, "NHRP", "cache entry added"),
                new SequenceElement.Message(3, 4, 10_000_000, 20_000_000, 0, 1, "NHRP", "Registration Reply"));
    }

    @Test
    void aMessageToManyHasAnArrowForEach() {
        SequenceChart chart = SequenceChart.of(List.of(event(0, 0, 0, "Hello sent", RecordedEvent.NO_CAUSE),
                event(1, 10, 2, "Hello received", 0), event(2, 11, 3, "Hello received", 0)), NODES);

        assertThat(chart.elements()).hasSize(2).allSatisfy(element -> assertThat(element).isInstanceOf(SequenceElement.Message.class));
    }

    @Test
    void aMessageThatNobodyReceivedLeadsNowhere() {
        SequenceChart chart = SequenceChart.of(List.of(event(0, 0, 0, "Hello sent", RecordedEvent.NO_CAUSE)), NODES);

        assertThat(chart.elements()).containsExactly(new SequenceElement.Unreceived(0, 0, 0, "NHRP", "Hello"));
    }

    @Test
    void ofTheTransportsOfAMessageOnlyTheSenderIsItsCause() {
        SequenceChart chart = SequenceChart.of(List.of(event(0, 0, 2, "Resolution Request sent", RecordedEvent.NO_CAUSE),
                event(1, 10, 0, "Resolution Request received", 0), event(2, 10, 0, "Resolution Request sent", 1),
                event(3, 20, 3, "Resolution Request received", 2)), NODES);

        assertThat(chart.elements()).extracting(SequenceElement::lifeline).containsExactly(1, 0);
    }

    @Test
    void aLongTimeWithoutAnEventTakesLittleRoomOnTheCompressedAxis() {
        long line = Duration.ofMillis(10).toNanos();
        assertThat(TimeAxis.LINEAR.distance(10 * line, line)).isEqualTo(10 * TimeAxis.LINE);
        assertThat(TimeAxis.COMPRESSED.distance(10 * line, line)).isEqualTo(3 * TimeAxis.LINE);
        assertThat(TimeAxis.COMPRESSED.distance(2 * line, line)).isEqualTo(2 * TimeAxis.LINE);
        assertThat(TimeAxis.EVENTS.distance(10 * line, line)).isEqualTo(TimeAxis.LINE);
        assertThat(TimeAxis.LINEAR.distance(0, line)).as("two texts never stand on each other").isEqualTo(TimeAxis.LINE);
    }

    @Test
    void everyEventOfARunIsInItsChartOnce() {
        Simulation simulation = Simulation.create(Models.example("phase3-eigrp"), SimulationOptions.DEFAULT.withUntil(Duration.ofSeconds(10)));
        simulation.run();
        List<RecordedEvent> events = new ArrayList<>();
        simulation.trace().forEach(events::add);

        SequenceChart chart = SequenceChart.of(events, simulation.trace().nodeNames());

        TreeSet<Integer> seen = new TreeSet<>();
        for (SequenceElement element : chart.elements()) {
            seen.add(element.event());
            if (element instanceof SequenceElement.Message message) {
                seen.add(message.received());
            }
        }
        assertThat(seen).containsExactlyElementsOf(events.stream().map(RecordedEvent::index).toList());
    }

    @Test
    void thePictureIsSoundXmlWithAnArrowForEachMessage() throws Exception {
        SequenceChart chart = SequenceChart.of(List.of(event(0, 0, 2, "Purge <all> & more sent", RecordedEvent.NO_CAUSE),
                event(1, 10, 0, "Purge <all> & more received", 0), event(2, 5_000, 0, "cache entry removed", 1)), NODES);

        String svg = SequenceSvg.write(chart, TimeAxis.COMPRESSED, 10_000_000);

        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(1);
        assertThat(svg).contains("NHRP Purge &lt;all&gt; &amp; more", ">0.000<", ">5.000<", "marker-end");
        assertThat(SequenceSvg.write(new SequenceChart(List.of(), List.of()), TimeAxis.LINEAR, 1)).startsWith("<svg");
    }
}

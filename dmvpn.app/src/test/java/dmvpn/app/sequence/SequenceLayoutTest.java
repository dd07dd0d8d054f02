package dmvpn.app.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.testing.Models;
import dmvpn.app.testing.PlannedTrace;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.BinaryTrace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class SequenceLayoutTest {

    private static final List<String> NODES = List.of("HQ", "Idle", "Branch1", "Branch1-lan", "Branch2");
    private static final List<String> SITES = List.of("HQ", "Idle", "Branch1", "Branch1", "Branch2");
    private static final long LINE_NANOS = 10_000_000;

    private static PlannedTrace plan() {
        return new PlannedTrace(NODES);
    }

    private static SequenceRows rows(BinaryTrace trace) {
        SequenceRows rows = new SequenceRows(trace, cursor -> true);
        assertThat(rows.readOn(trace.size(), () -> false)).isTrue();
        return rows;
    }

    private static SequenceLayout layout(BinaryTrace trace, TimeAxis axis) {
        SequenceRows rows = rows(trace);
        return new SequenceLayout(rows, Lifelines.of(rows), axis, LINE_NANOS).readOn();
    }

    private static List<SequenceFigure> all(SequenceLayout layout) {
        return layout.figures(0, layout.height());
    }

    private static BinaryTrace registration() {
        return plan().add(0, 2, "Registration Request sent").add(10, 0, "Registration Request received", 0)
                .add(10, 0, "cache entry added", 1).add(10, 0, "Registration Reply sent", 1)
                .add(20, 2, "Registration Reply received", 3).trace();
    }

    @Test
    void aMessageLeadsFromWhoSentItToWhoReceivedIt() {
        SequenceLayout layout = layout(registration(), TimeAxis.EVENTS);
        int hub = layout.x(0);
        int branch = layout.x(1);

        assertThat(layout.lifelines().all()).extracting(Lifeline::name).as("who does nothing has no lifeline").containsExactly("HQ", "Branch1");
        assertThat(all(layout)).containsExactly(
                new SequenceFigure.Arrow(0, 1, branch, 18, hub, 36, "NHRP", "NHRP Registration Request"),
                new SequenceFigure.Mark(2, 2, hub, 54, "NHRP", "NHRP cache entry added"),
                new SequenceFigure.Arrow(3, 4, hub, 72, branch, 90, "NHRP", "NHRP Registration Reply"));
    }

    @Test
    void aMessageToManyHasAnArrowForEach() {
        SequenceLayout layout = layout(plan().add(0, 0, "Hello sent").add(10, 2, "Hello received", 0).add(11, 4, "Hello received", 0).trace(),
                TimeAxis.EVENTS);

        assertThat(all(layout)).hasSize(2).allSatisfy(figure -> assertThat(figure).isInstanceOf(SequenceFigure.Arrow.class));
    }

    @Test
    void aMessageThatNobodyReceivedLeadsNowhere() {
        SequenceLayout layout = layout(plan().add(0, 0, "Hello sent").trace(), TimeAxis.EVENTS);

        assertThat(all(layout)).containsExactly(new SequenceFigure.Stub(0, layout.x(0), 18, "NHRP", "NHRP Hello"));
    }

    @Test
    void ofTheTransportsOfAMessageOnlyTheSenderIsItsCause() {
        SequenceLayout layout = layout(plan().add(0, 2, "Resolution Request sent").add(10, 0, "Resolution Request received", 0)
                .add(10, 0, "Resolution Request sent", 1).add(20, 4, "Resolution Request received", 2).trace(), TimeAxis.EVENTS);

        assertThat(all(layout)).extracting(SequenceFigure::x).containsExactly(layout.x(1), layout.x(0));
    }

    @Test
    void whatWasReceivedOfAMessageThatIsLeftOutIsAMark() {
        BinaryTrace trace = registration();
        SequenceRows rows = new SequenceRows(trace, cursor -> cursor.node() == 0);
        rows.readOn(trace.size(), () -> false);

        SequenceLayout layout = new SequenceLayout(rows, Lifelines.of(rows), TimeAxis.EVENTS, LINE_NANOS).readOn();

        assertThat(all(layout)).extracting(SequenceFigure::text).containsExactly("NHRP Registration Request received", "NHRP cache entry added",
                "NHRP Registration Reply");
    }

    @Test
    void aLongTimeWithoutAnEventTakesLittleRoomOnTheCompressedAxis() {
        BinaryTrace trace = plan().add(0, 0, "one").add(100, 0, "two").add(120, 0, "three").add(120, 0, "four").trace();

        assertThat(heights(layout(trace, TimeAxis.LINEAR))).containsExactly(18L, 198L, 234L, 252L);
        assertThat(heights(layout(trace, TimeAxis.COMPRESSED))).containsExactly(18L, 72L, 108L, 126L);
        assertThat(heights(layout(trace, TimeAxis.EVENTS))).as("two texts never stand on each other").containsExactly(18L, 36L, 54L, 72L);
    }

    private static List<Long> heights(SequenceLayout layout) {
        return IntStream.range(0, layout.count()).mapToObj(layout::y).toList();
    }

    @Test
    void theRowNearestToAPlaceIsFoundOnEachAxis() {
        BinaryTrace trace = plan().add(0, 0, "one").add(100, 0, "two").add(120, 0, "three").trace();
        for (TimeAxis axis : TimeAxis.values()) {
            SequenceLayout layout = layout(trace, axis);
            for (int row = 0; row < 3; row++) {
                assertThat(layout.rowAt(layout.y(row))).isEqualTo(row);
                assertThat(layout.rowAt(layout.y(row) + 5)).isEqualTo(row);
                assertThat(layout.rowAt(layout.y(row) - 5)).isEqualTo(row);
            }
            assertThat(layout.rowAt(-1_000)).isZero();
            assertThat(layout.rowAt(1_000_000)).isEqualTo(2);
        }
        assertThat(layout(plan().trace(), TimeAxis.LINEAR).rowAt(0)).isEqualTo(SequenceRows.NONE);
    }

    @Test
    void messagesThatBeginAboveAPartOrEndBelowItAreSeenInIt() {
        PlannedTrace plan = plan().add(0, 0, "Hello sent");
        IntStream.range(1, 100).forEach(index -> plan.add(index, 2, "something"));
        SequenceLayout layout = layout(plan.add(200, 4, "Hello received", 0).trace(), TimeAxis.EVENTS);

        List<SequenceFigure> middle = layout.figures(layout.y(50), layout.y(52));

        assertThat(middle).extracting(SequenceFigure::row).containsExactly(0, 50, 51, 52);
        assertThat(layout.figures(layout.y(0), layout.y(0))).singleElement().isInstanceOf(SequenceFigure.Arrow.class);
        assertThat(layout.figures(layout.y(100), layout.y(100))).singleElement().extracting(SequenceFigure::row).isEqualTo(0);
    }

    @Test
    void lifelinesAreReordered() {
        SequenceRows rows = rows(plan().add(0, 0, "a").add(1, 2, "b").add(2, 4, "c").trace());
        List<Lifeline> before = Lifelines.of(rows).all();

        LifelineArrangement moved = LifelineArrangement.NONE.moved(before, 2, 0);
        Lifelines lifelines = Lifelines.arrange(NODES, SITES, rows::isUsed, moved);

        assertThat(lifelines.all()).extracting(Lifeline::name).containsExactly("Branch2", "HQ", "Branch1");
        assertThat(lifelines.of(4)).isZero();
        assertThat(lifelines.of(1)).isEqualTo(Lifelines.NONE);
    }

    @Test
    void aCollapsedSiteHasOneLifelineAndItsOwnMessagesAreMarks() {
        SequenceRows rows = rows(plan().add(0, 3, "Echo sent").add(1, 2, "Echo received", 0).add(1, 2, "Echo sent", 1)
                .add(11, 4, "Echo received", 2).trace());
        LifelineArrangement collapsed = LifelineArrangement.NONE.toggled("Branch1");
        Lifelines lifelines = Lifelines.arrange(NODES, SITES, rows::isUsed, collapsed);

        assertThat(lifelines.all()).containsExactly(Lifeline.ofSite("Branch1", 2), Lifeline.ofNode("Branch2", "Branch2"));
        assertThat(lifelines.all().getFirst().isWholeSite()).isTrue();
        assertThat(all(new SequenceLayout(rows, lifelines, TimeAxis.EVENTS, LINE_NANOS).readOn()))
                .extracting(figure -> (Object) figure.getClass()).containsExactly(SequenceFigure.Mark.class, SequenceFigure.Arrow.class);
        assertThat(collapsed.toggled("Branch1").collapsedSites()).isEqualTo(Set.of());
    }

    @Test
    void causesAndConsequencesAreKnownAlsoOfWhatIsLeftOut() {
        BinaryTrace trace = registration();
        SequenceRows rows = new SequenceRows(trace, cursor -> cursor.node() == 2);
        rows.readOn(trace.size(), () -> false);

        assertThat(rows.causes().chainTo(4)).containsExactly(3, 1, 0);
        assertThat(rows.causes().isConsequence(4, 1)).isTrue();
        assertThat(rows.causes().isConsequence(4, 2)).isFalse();
        assertThat(rows.causes().firstConsequence(1)).isEqualTo(2);
        assertThat(rows.causes().firstConsequence(4)).isEqualTo(-1);
    }

    @Test
    void aTraceThatGrowsIsReadOnInSlices() {
        PlannedTrace plan = plan();
        IntStream.range(0, 20_000).forEach(index -> plan.add(index, 0, "something"));
        BinaryTrace trace = plan.trace();
        SequenceRows rows = new SequenceRows(trace, cursor -> true);
        SequenceLayout layout = new SequenceLayout(rows, Lifelines.of(rows), TimeAxis.EVENTS, LINE_NANOS);

        assertThat(rows.readOn(10, () -> false)).isTrue();
        assertThat(layout.readOn().count()).isEqualTo(10);
        assertThat(rows.readOn(trace.size(), () -> true)).as("somebody has had enough").isFalse();
        assertThat(rows.count()).isBetween(11, 19_999);
        assertThat(rows.readOn(trace.size(), () -> false)).isTrue();
        assertThat(layout.readOn().count()).isEqualTo(20_000);
        assertThat(layout.y(19_999)).isEqualTo(20_000L * TimeAxis.LINE);
    }

    @Test
    void aPartShowsAsMuchInALongRunAsInAShortOne() {
        PlannedTrace plan = plan();
        for (int index = 0; index < 50_000; index++) {
            plan.add(2 * index, 0, "Hello sent").add(2 * index + 1, 2, "Hello received", 2 * index);
        }
        BinaryTrace trace = plan.trace();
        for (TimeAxis axis : TimeAxis.values()) {
            SequenceLayout layout = layout(trace, axis);
            for (int row : List.of(0, 1_000, 50_000, 99_900)) {
                assertThat(layout.figures(layout.y(row), layout.y(row) + 100L * TimeAxis.LINE - 1)).hasSizeBetween(49, 51);
            }
        }
    }

    @Test
    void everyEventOfARunIsInItsChartOnce() {
        Simulation simulation = Simulation.create(Models.example("phase3-eigrp"), SimulationOptions.DEFAULT.withUntil(Duration.ofSeconds(10)));
        simulation.run();

        List<SequenceFigure> figures = all(layout(simulation.trace(), TimeAxis.COMPRESSED));

        TreeSet<Integer> seen = new TreeSet<>();
        figures.forEach(figure -> seen.addAll(List.of(figure.row(), figure.lastRow())));
        assertThat(seen).containsExactlyElementsOf(IntStream.range(0, simulation.trace().size()).boxed().toList());
    }

    @Test
    void thePictureIsSoundXmlWithAnArrowForEachMessage() throws Exception {
        SequenceLayout layout = layout(plan().add(0, 2, "Purge <all> & more sent").add(10, 0, "Purge <all> & more received", 0)
                .add(5_000, 0, "cache entry removed", 1).trace(), TimeAxis.COMPRESSED);

        String svg = SequenceSvg.write(layout);

        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(1);
        assertThat(svg).contains("NHRP Purge &lt;all&gt; &amp; more", ">0.000<", ">5.000<", "marker-end");
        assertThat(SequenceSvg.write(layout(plan().trace(), TimeAxis.LINEAR))).startsWith("<svg");
        assertThat(SequenceSvg.write(layout, 2, 3)).contains(">5.000<").doesNotContain(">0.000<");
    }
}

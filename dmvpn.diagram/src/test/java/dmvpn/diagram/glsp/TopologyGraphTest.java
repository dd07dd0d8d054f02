package dmvpn.diagram.glsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.eclipse.glsp.graph.GEdge;
import org.eclipse.glsp.graph.GGraph;
import org.eclipse.glsp.graph.GLabel;
import org.eclipse.glsp.graph.GModelElement;
import org.eclipse.glsp.graph.GNode;
import org.junit.jupiter.api.Test;

/** What the client is given to draw. */
class TopologyGraphTest {

    private final RecordedDocument document = new RecordedDocument();

    @Test
    void everyElementOfTheDiagramIsDrawnOnce() {
        assertThat(drawn().getChildren()).extracting(GModelElement::getId, GModelElement::getType).containsExactly(
                tuple("transport:Internet", "node:transport"),
                tuple("transport:MPLS", "node:transport"),
                tuple("wan:router:HQ>transport:Internet", "edge:wan"),
                tuple("wan:router:Branch[1..3]>transport:Internet", "edge:wan"),
                tuple("tunnel:router:Branch[1..3]>router:HQ@Corp", "edge:tunnel"),
                tuple("cloud:Corp", "node:cloud"),
                tuple("router:HQ", "node:hub"),
                tuple("router:Branch[1..3]", "node:family"));
    }

    @Test
    void aLineKnowsItsEndsAndItsCloud() {
        GEdge tunnel = (GEdge) element("tunnel:router:Branch[1..3]>router:HQ@Corp");

        assertThat(tunnel.getSourceId()).isEqualTo("router:Branch[1..3]");
        assertThat(tunnel.getTargetId()).isEqualTo("router:HQ");
        assertThat(tunnel.getArgs().get("cloud")).isEqualTo("cloud:Corp");
    }

    @Test
    void textsComeMeasuredAndRelativeToTheirNode() {
        GNode hub = (GNode) element("router:HQ");

        assertThat((List<?>) hub.getArgs().get("texts")).extracting(text -> ((Map<?, ?>) text).get("text").toString())
                .containsExactly("HQ", "Tunnel 10.255.0.1", "WAN 203.0.113.1/24", "LAN 10.1.0.0/16");
        assertThat((List<?>) hub.getArgs().get("texts")).allSatisfy(text -> assertThat((double) ((Map<?, ?>) text).get("x"))
                .isBetween(0.0, hub.getSize().getWidth()));
    }

    @Test
    void theNameOfAFamilyIsEditedWithoutItsMembers() {
        assertThat(element("router:Branch[1..3]").getChildren()).first()
                .isInstanceOfSatisfying(GLabel.class, label -> assertThat(label.getText()).isEqualTo("Branch"));
    }

    @Test
    void theLinesOfANodeAreLabelsOverItsTextsWithTheValueAlone() {
        assertThat(element("router:HQ").getChildren()).map(GLabel.class::cast).extracting(GLabel::getId, GLabel::getText)
                .containsExactly(tuple("router:HQ/name", "HQ"), tuple("router:HQ/tunnel_address", "10.255.0.1"),
                        tuple("router:HQ/wan_address", "203.0.113.1/24"), tuple("router:HQ/local_network", "10.1.0.0/16"));
        assertThat(element("cloud:Corp").getChildren()).map(GLabel.class::cast).extracting(GLabel::getText)
                .containsExactly("Corp", "10.255.0.0/24", "Phase 3");
    }

    @Test
    void aNodeShowsItsWorstProblemAndSaysAllOfThem() {
        document.show(RecordedDocument.MODEL, "", List.of(new ShownProblem("router:HQ", "warning", "one"),
                new ShownProblem("router:HQ", "error", "two"), new ShownProblem("", "error", "of the file")));

        assertThat(element("router:HQ").getArgs().get("problem")).isEqualTo("error");
        assertThat(element("router:HQ").getArgs().get("problemText")).isEqualTo("one\ntwo");
        assertThat(element("cloud:Corp").getArgs().get("problem")).isNull();
    }

    @Test
    void aLineShowsItsProblemToo() {
        document.show(RecordedDocument.MODEL, "", List.of(new ShownProblem("wan:router:HQ>transport:Internet", "warning", "one")));

        assertThat(element("wan:router:HQ>transport:Internet").getArgs().get("problem")).isEqualTo("warning");
    }

    @Test
    void hostsAndSitesAreMarksOfTheirRouterAndGatesOfTheirLine() {
        document.show(RecordedDocument.MODEL.replace("hub HQ {", "nat Gate { inside HQ }\nhub HQ { site Vienna ") + "host PC { behind HQ }\n",
                "", List.of());

        assertThat(document.state().placed().marks()).isNotEmpty().allSatisfy(mark -> assertThat(
                drawn().getChildren().stream().map(element -> String.valueOf(element.getArgs().get("marks")) + element.getArgs().get("gates")))
                .anySatisfy(said -> assertThat(said).contains(mark.text().text())));
    }

    private GGraph drawn() {
        return TopologyGraph.of(document.state());
    }

    private GModelElement element(String id) {
        return drawn().getChildren().stream().filter(element -> element.getId().equals(id)).findFirst().orElseThrow();
    }
}

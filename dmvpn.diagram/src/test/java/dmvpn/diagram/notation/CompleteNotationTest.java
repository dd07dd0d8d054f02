package dmvpn.diagram.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dmvpn.diagram.Models;
import dmvpn.diagram.layout.DmvpnLayout;
import dmvpn.diagram.layout.PlacedDiagram;
import dmvpn.diagram.svg.SvgWriter;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Everything that the notation lists is drawn of a model that has it, in its layer and for those who want to see it. */
class CompleteNotationTest {

    private static final String TEXT = """
            transport Internet { latency 10ms  dhcp 198.51.100.0/24  reaches Mpls }
            transport Mpls { kind mpls-vpn }
            crypto Suite { ike v2 encryption aes-gcm-256 prf sha384 group 19  esp aes-gcm-256  psk "x" }
            cloud Corp { overlay 10.0.0.0/24 phase 3 crypto Suite routing eigrp 100 }
            cloud Old { overlay 10.0.1.0/24 phase 1 crypto Suite preferred over Spare }
            cloud Spare { overlay 10.0.2.0/24 phase 3 crypto Suite backup for Corp after 3s }
            cloud Lab { overlay 10.0.3.0/24 phase 3 }
            fragment Common { wan Internet dhcp behind pat as 192.0.2.1 blocks tcp port 80, esp }
            hub HQ {
              site Centre  wan Internet 203.0.113.1/24 behind nat as 192.0.2.80  lan 10.1.0.0/16
              join Corp as 10.0.0.1  join Old as 10.0.1.1  join Spare as 10.0.2.1  join Lab as 10.0.3.1
            }
            hub Core[1..2] { wan Internet 203.0.113.{10+n}/24  join Corp as 10.0.0.{1+n} }
            spoke Branch[1..9] {
              site shop-{n}  use Common  lan 10.100.{n}.0/24
              join Corp as 10.0.0.{10+n} via HQ priority 1, Core[2] priority 2
            }
            spoke Branch[7] { lan 10.77.0.0/16 }
            spoke Farm { wan Internet dhcp  join Old as 10.0.1.9 via HQ  join Spare as 10.0.2.9 via HQ  join Lab as 10.0.3.9 via HQ }
            router Provider { wan Mpls 10.9.0.1/24 }
            host Server { behind HQ  address 10.1.0.50 }
            host Till { behind Branch[3]  address 10.100.3.50 }
            scenario Loss { duration 1min  at 10s fail Branch[5]  at 20s ping once from Branch[7].lan to Branch[6].lan }
            """;

    private static final Model MODEL = Models.parse(TEXT);

    private static Diagram drawn(DiagramView view) {
        return DiagramNotation.drawn(MODEL, "test", view).diagram();
    }

    private static Set<NotationElement> elements(DiagramView view, Map<String, List<ProblemMark>> problems) {
        Diagram diagram = drawn(view);
        PlacedDiagram placed = DmvpnLayout.place(diagram).withProblems(problems);
        Set<NotationElement> elements = EnumSet.noneOf(NotationElement.class);
        diagram.connections().forEach(line -> {
            elements.add(line.element());
            if (line instanceof Connection.Tunnel) {
                elements.add(NotationElement.NEXT_HOP_SERVER);
            }
        });
        diagram.routers().forEach(router -> {
            elements.add(router.element());
            if (router.isFamily()) {
                elements.addAll(Set.of(NotationElement.FAMILY, NotationElement.FAMILY_COUNT));
            }
            if (router.label().matches(".*\\[\\d+\\]")) {
                elements.add(NotationElement.MEMBER);
            }
            add(elements, NotationElement.LOCAL_NETWORK, !router.localNetworks().isEmpty());
            add(elements, NotationElement.ADDRESS, !router.wanAddresses().isEmpty() || !router.tunnelAddresses().isEmpty());
        });
        add(elements, NotationElement.TRANSPORT, !diagram.transports().isEmpty());
        add(elements, NotationElement.CLOUD, !diagram.clouds().isEmpty());
        diagram.clouds().forEach(cloud -> {
            add(elements, NotationElement.PROTECTION, cloud.details().contains("IPsec"));
            add(elements, NotationElement.ROUTING, cloud.details().contains("EIGRP"));
        });
        placed.marks().forEach(mark -> elements.add(mark.element()));
        return elements;
    }

    private static void add(Set<NotationElement> elements, NotationElement element, boolean isThere) {
        if (isThere) {
            elements.add(element);
        }
    }

    @Test
    void everyElementOfTheNotationIsDrawn() {
        Map<String, List<ProblemMark>> problems =
                Map.of("router:Farm", List.of(new ProblemMark("R-1", true, "Something is wrong", 0, 1)));
        assertThat(elements(DiagramView.ALL, problems)).isEqualTo(EnumSet.allOf(NotationElement.class));
    }

    @Test
    void aHiddenLayerHidesWhatBelongsToIt() {
        for (Layer hidden : Layer.values()) {
            Set<Layer> shown = EnumSet.complementOf(EnumSet.of(hidden));
            Set<NotationElement> left = elements(DiagramView.ALL.withLayers(shown), Map.of());
            for (NotationElement element : left) {
                boolean router = Set.of(NotationElement.HUB, NotationElement.SPOKE, NotationElement.FAMILY,
                        NotationElement.FAMILY_COUNT, NotationElement.MEMBER).contains(element);
                assertThat(element.layer() != hidden || router).as("%s without %s", element, hidden).isTrue();
            }
        }
    }

    @Test
    void aPictureShowsTheKindsOfTunnelsAndMarks() {
        String svg = SvgWriter.write(DmvpnLayout.place(drawn(DiagramView.ALL)));
        assertThat(svg).contains("class=\"tunnel c1 p2p\"", "class=\"tunnel c2 backup\"", "class=\"tunnel c3 open\"",
                "class=\"relation tunnel", "class=\"link\"", "mark nat", "mark pat", "mark firewall", "mark host", "mark site",
                "behind PAT as 192.0.2.1", "blocks tcp port 80, esp", "host Server: 10.1.0.50",
                "cloud Spare is the backup for Corp after 3s", "cloud Old is preferred over Spare", "priority 2");
    }

    @Test
    void whatAFragmentSaysHoldsForWhoUsesIt() {
        assertThat(drawn(DiagramView.ALL).connections()).filteredOn(line -> line.source().equals("router:Branch[7]"))
                .extracting(Connection::element).contains(NotationElement.WAN_ATTACHMENT);
    }

    @Test
    void anExpandedFamilyShowsItsMembersThatMatter() {
        DrawnModel drawn = DiagramNotation.drawn(MODEL, "test",
                DiagramView.ALL.withExpanded(Set.of("Branch", "router:Core[1..2]")));
        assertThat(drawn.diagram().spokes()).extracting(RouterNode::label, RouterNode::members).containsExactly(
                tuple("Branch[1..9]", 5L), tuple("Branch[3]", 1L), tuple("Branch[5]", 1L), tuple("Branch[6]", 1L), tuple("Branch[7]", 1L),
                tuple("Farm", 1L));
        assertThat(drawn.diagram().hubs()).extracting(RouterNode::label).containsExactly("HQ", "Core[1..2]", "Core[2]");
        RouterNode member = drawn.diagram().spokes().get(1);
        assertThat(member.localNetworks()).containsExactly("10.100.3.0/24");
        assertThat(member.site()).isEqualTo("shop-3");
        assertThat(drawn.members()).containsOnlyKeys("router:Branch[3]", "router:Branch[5]", "router:Branch[6]", "router:Core[2]");
        assertThat(drawn.diagram().spokes()).extracting(RouterNode::family).as("where it is shown as one again").containsExactly(
                "router:Branch[1..9]", "router:Branch[1..9]", "router:Branch[1..9]", "router:Branch[1..9]", "", "");
        assertThat(drawn.diagram().hosts()).extracting(HostNode::router).containsExactly("router:HQ", "router:Branch[3]");
        assertThat(drawn.diagram().connections()).extracting(Connection::target).contains("router:Core[2]");
    }

    @Test
    void aFamilyWhoseMembersAreAllShownApartHasNoNodeOfItsOwn() {
        DrawnModel drawn = DiagramNotation.drawn(Models.parse("""
                network Small
                spoke Branch[1..2] { lan 10.100.{n}.0/24 }
                host Till { behind Branch[1]  address 10.100.1.50 }
                host Desk { behind Branch[2]  address 10.100.2.50 }
                """), "test", DiagramView.ALL.withExpanded(Set.of("Branch")));
        assertThat(drawn.diagram().spokes()).extracting(RouterNode::label).containsExactly("Branch[1]", "Branch[2]");
        assertThat(drawn.elements()).as("its name can be changed all the same").containsKey("router:Branch[1..2]");
    }

    @Test
    void whatIsDrawnIsDeclaredSomewhere() {
        DrawnModel drawn = DiagramNotation.drawn(MODEL, "test", DiagramView.ALL.withExpanded(Set.of("Branch")));
        assertThat(drawn.declaredBy("router:Branch[3]")).isEqualTo(drawn.element("router:Branch[1..9]"));
        assertThat(drawn.diagram().connections()).filteredOn(Connection.CloudRelation.class::isInstance).hasSize(2)
                .allSatisfy(line -> assertThat(drawn.declaredBy(line.id())).isEqualTo(drawn.element(line.source())).isPresent());
        assertThat(drawn.declaredBy("router:Nobody")).isEmpty();
    }

    @Test
    void aViewOfOneCloudShowsItsRoutersAndNoOther() {
        Diagram diagram = drawn(DiagramView.ALL.withClouds(Set.of("Lab")));
        assertThat(diagram.clouds()).extracting(CloudNode::label).containsExactly("Lab");
        assertThat(diagram.routers()).extracting(RouterNode::label).containsExactly("HQ", "Farm");
        assertThat(diagram.routers().getFirst().tunnelAddresses()).containsExactly("10.0.3.1");
        assertThat(diagram.connections()).filteredOn(Connection.Tunnel.class::isInstance).hasSize(1);
    }

    @Test
    void aViewOfOneSiteShowsTheServersOfItsRouters() {
        Diagram diagram = drawn(DiagramView.ALL.withSites(Set.of("Farm")));
        assertThat(diagram.routers()).extracting(RouterNode::label).containsExactly("HQ", "Farm");
    }

    @Test
    void problemsAreAtTheClauseThatTheyAreAboutAndAtItsNode() {
        Model model = Models.parse(TEXT.replace("join Old as 10.0.1.9 via HQ", "join Old as 10.9.9.9 via HQ"));
        DrawnModel drawn = DiagramNotation.drawn(model, "test");
        Map<String, List<ProblemMark>> problems = ProblemDecorations.of(drawn, (DmvpnResource) model.eResource());
        assertThat(problems.get("router:Farm")).extracting(ProblemMark::message).anyMatch(message -> message.contains("10.9.9.9"));
        assertThat(problems.get("join:router:Farm@cloud:Old")).extracting(ProblemMark::message)
                .anyMatch(message -> message.contains("10.9.9.9"));
    }
}

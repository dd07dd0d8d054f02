package dmvpn.diagram.sirius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dmvpn.diagram.Models;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.notation.Connection;
import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.NotationElement;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.SiteClause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The diagrams of the viewpoint, drawn without Sirius: both engines show the same. */
class DrawnViewpointTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    private final ViewpointFile file = ViewpointFile.read();
    private final Expressions expressions = new Expressions(file);

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(path -> path.toString().endsWith(".dmvpn")).sorted().toList().stream();
        }
    }

    private DrawnViewpoint topology(Model model) {
        return new DrawnViewpoint(file, expressions, "Topology", model);
    }

    private static Model rich() {
        return Models.parse(RichModel.TEXT);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theTopologyOfAnExampleIsThatOfTheNotation(Path path) throws IOException {
        isThatOfTheNotation(Models.parse(URI.createFileURI(path.toAbsolutePath().normalize().toString()),
                Files.readString(path)));
    }

    @Test
    void theTopologyOfAModelWithEverythingIsThatOfTheNotation() {
        isThatOfTheNotation(rich());
    }

    private void isThatOfTheNotation(Model model) {
        DrawnModel drawn = DiagramNotation.drawn(model, "model");
        DrawnViewpoint topology = topology(model);
        sameNodes(topology, "Transport", drawn, drawn.diagram().transports().stream().map(node -> node.id()));
        sameNodes(topology, "Cloud", drawn, drawn.diagram().clouds().stream().map(node -> node.id()));
        sameNodes(topology, "Hub", drawn, drawn.diagram().hubs().stream().map(node -> node.id()));
        sameNodes(topology, "Spoke", drawn, drawn.diagram().spokes().stream().map(node -> node.id()));
        sameNodes(topology, "PlainRouter", drawn, drawn.diagram().plainRouters().stream().map(node -> node.id()));
        sameNodes(topology, "Host", drawn, drawn.diagram().hosts().stream().map(node -> node.id()));
        sameLines(topology, "WanAttachment", drawn, Connection.WanAttachment.class::isInstance);
        sameLines(topology, "Tunnel", drawn, Connection.Tunnel.class::isInstance);
        sameLines(topology, "TransportLink", drawn, Connection.TransportLink.class::isInstance);
        sameLines(topology, "BackupFor", drawn, line -> line.element() == NotationElement.BACKUP_FOR);
        sameLines(topology, "PreferredOver", drawn, line -> line.element() == NotationElement.PREFERRED_OVER);
    }

    private static void sameNodes(DrawnViewpoint topology, String mapping, DrawnModel drawn, Stream<String> ids) {
        assertThat(topology.elements(mapping)).as(mapping)
                .containsExactlyInAnyOrderElementsOf(ids.map(id -> drawn.element(id).orElseThrow()).toList());
    }

    private static void sameLines(DrawnViewpoint topology, String mapping, DrawnModel drawn, Predicate<Connection> which) {
        List<List<EObject>> expected = drawn.diagram().connections().stream().filter(which)
                .map(line -> List.of(drawn.element(line.source()).orElseThrow(), drawn.element(line.target()).orElseThrow()))
                .toList();
        assertThat(topology.views(mapping).stream().map(view -> List.of(view.source().element(), view.target().element()))
                .toList()).as(mapping).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** How an element of the notation appears: by a mapping, by a style under a condition, by a mark or in a label. */
    private static Map<NotationElement, String> appearances() {
        Map<NotationElement, String> appearances = new EnumMap<>(NotationElement.class);
        appearances.put(NotationElement.TRANSPORT, "mapping Transport");
        appearances.put(NotationElement.TRANSPORT_LINK, "mapping TransportLink");
        appearances.put(NotationElement.CLOUD, "mapping Cloud");
        appearances.put(NotationElement.HUB, "mapping Hub");
        appearances.put(NotationElement.SPOKE, "mapping Spoke");
        appearances.put(NotationElement.PLAIN_ROUTER, "mapping PlainRouter");
        appearances.put(NotationElement.FAMILY, "style service:isStack");
        appearances.put(NotationElement.FAMILY_COUNT, "label 2 routers");
        appearances.put(NotationElement.MEMBER, "style service:isException");
        appearances.put(NotationElement.SITE, "mapping Site");
        appearances.put(NotationElement.LOCAL_NETWORK, "mapping LocalNetwork");
        appearances.put(NotationElement.HOST, "mapping Host");
        appearances.put(NotationElement.WAN_ATTACHMENT, "mapping WanAttachment");
        appearances.put(NotationElement.NAT, "mapping Translation");
        appearances.put(NotationElement.PAT, "style service:isSharedTranslation");
        appearances.put(NotationElement.FIREWALL, "mapping Firewall");
        appearances.put(NotationElement.POINT_TO_POINT_TUNNEL, "style service:isPointToPoint");
        appearances.put(NotationElement.MULTIPOINT_TUNNEL, "mapping Tunnel");
        appearances.put(NotationElement.BACKUP_TUNNEL, "style service:isBackupTunnel");
        appearances.put(NotationElement.UNPROTECTED_TUNNEL, "style service:isUnprotected");
        appearances.put(NotationElement.NEXT_HOP_SERVER, "label priority 1");
        appearances.put(NotationElement.BACKUP_FOR, "mapping BackupFor");
        appearances.put(NotationElement.PREFERRED_OVER, "mapping PreferredOver");
        appearances.put(NotationElement.PROTECTION, "mapping Protection");
        appearances.put(NotationElement.ROUTING, "mapping Routing");
        appearances.put(NotationElement.ADDRESS, "label 10.0.0.1");
        appearances.put(NotationElement.PROBLEM, "mark service:hasOnlyWarnings");
        return appearances;
    }

    @Test
    void everyElementOfTheNotationAppearsInTheTopology() {
        assertThat(appearances().keySet()).containsExactlyInAnyOrder(NotationElement.values());
        DrawnViewpoint topology = topology(rich());
        appearances().forEach((element, appearance) -> assertThat(appears(topology, appearance)).as("%s: %s", element, appearance)
                .isTrue());
    }

    private boolean appears(DrawnViewpoint topology, String appearance) {
        String what = appearance.substring(appearance.indexOf(' ') + 1);
        return switch (appearance.substring(0, appearance.indexOf(' '))) {
            case "mapping" -> !topology.views(what).isEmpty();
            case "style" -> what.equals("service:isPointToPoint") ? pointToPointAppears()
                    : topology.views().stream().anyMatch(view -> styles(view.mapping()).stream()
                            .anyMatch(style -> style.getAttribute("predicateExpression").equals(what)
                                    && holds(topology, view, what)));
            case "label" -> topology.views().stream().anyMatch(view -> labels(topology, view).stream()
                    .anyMatch(label -> label.contains(what)));
            default -> topology.views().stream().anyMatch(view -> marks(topology).stream()
                    .anyMatch(mark -> mark.getAttribute("preconditionExpression").equals(what)
                            && Metamodel.isInstance(view.element(), mark.getAttribute("domainClass"))
                            && (Boolean) expressions.evaluate(what, view.element(), Map.of())));
        };
    }

    /** A cloud that stands in for another has other lines first. */
    private boolean pointToPointAppears() {
        DrawnViewpoint topology = topology(Models.parse(RichModel.TEXT.replaceFirst("backup for Primary.*", "crypto Suite")));
        return topology.views("Tunnel").stream().anyMatch(view -> holds(topology, view, "service:isPointToPoint"));
    }

    private static List<Element> styles(Element mapping) {
        return ViewpointFile.children(mapping, "conditionnalStyles").toList();
    }

    private static List<Element> marks(DrawnViewpoint topology) {
        return ViewpointFile.child(topology.description(), "defaultLayer")
                .flatMap(layer -> ViewpointFile.child(layer, "decorationDescriptionsSet")).stream()
                .flatMap(ViewpointFile::children).toList();
    }

    private boolean holds(DrawnViewpoint topology, DrawnViewpoint.View view, String predicate) {
        return (Boolean) expressions.evaluate(predicate, view.element(), topology.variables(view));
    }

    private List<String> labels(DrawnViewpoint drawn, DrawnViewpoint.View view) {
        return Stream.concat(Stream.of(view.mapping()), styles(view.mapping()).stream())
                .flatMap(owner -> ViewpointFile.child(owner, "style").stream())
                .flatMap(style -> Stream.concat(Stream.of(style), ViewpointFile.children(style, "centerLabelStyleDescription")))
                .map(style -> style.getAttribute("labelExpression")).filter(label -> !label.isEmpty())
                .map(label -> (String) expressions.evaluate(label, view.element(), drawn.variables(view))).toList();
    }

    @Test
    void everyExpressionOfEveryViewHasAValueOfItsKind() {
        Model model = rich();
        List<DrawnViewpoint> diagrams = Stream.concat(Stream.of(topology(model)), model.getElements().stream().flatMap(element ->
                element instanceof CloudDeclaration ? Stream.of(new DrawnViewpoint(file, expressions, "Overlay", element))
                : element instanceof RouterDeclaration ? Stream.of(new DrawnViewpoint(file, expressions, "Site", element))
                : Stream.empty())).toList();
        for (DrawnViewpoint drawn : diagrams) {
            assertThat((String) expressions.evaluate(drawn.description().getAttribute("titleExpression"), drawn.root(), Map.of()))
                    .isNotBlank();
            for (DrawnViewpoint.View view : drawn.views()) {
                boolean isNode = view.source() == null;
                assertThat(labels(drawn, view)).as(ViewpointFile.where(view.mapping())).doesNotContainNull()
                        .allMatch(label -> !isNode || !label.isBlank());
                for (Element style : styles(view.mapping())) {
                    assertThat(expressions.evaluate(style.getAttribute("predicateExpression"), view.element(),
                            drawn.variables(view))).isInstanceOf(Boolean.class);
                    ViewpointFile.child(style, "style").map(each -> each.getAttribute("tooltipExpression"))
                            .filter(tooltip -> !tooltip.isEmpty()).ifPresent(tooltip ->
                                    assertThat(expressions.evaluate(tooltip, view.element(), drawn.variables(view)))
                                            .isInstanceOf(String.class));
                }
            }
        }
    }

    @Test
    void theDiagramOfACloudShowsItsMembersAndTheCloudsItDependsOn() {
        Model model = rich();
        CloudDeclaration spare = (CloudDeclaration) element(model, "Spare");
        DrawnViewpoint overlay = new DrawnViewpoint(file, expressions, "Overlay", spare);

        assertThat(overlay.elements("Hub")).containsExactly(element(model, "HQ2"));
        assertThat(overlay.elements("Spoke")).hasSize(3);
        assertThat(overlay.elements("Cloud")).containsExactly(spare, element(model, "Primary"));
        assertThat(overlay.views("Tunnel")).hasSize(3);
        assertThat(overlay.views("BackupFor")).hasSize(1);
    }

    @Test
    void theDiagramOfASiteShowsAllItsRouters() {
        Model model = rich();
        DrawnViewpoint site = new DrawnViewpoint(file, expressions, "Site", element(model, "HQ2"));

        assertThat(site.elements("Hub")).containsExactly(element(model, "HQ2"), element(model, "HQ1"));
        assertThat(site.elements("Transport")).containsExactlyInAnyOrder(element(model, "Private"), element(model, "Internet"));
        assertThat(site.views("Uplink")).hasSize(2);
        assertThat(site.views("WanAttachment")).hasSize(2);
        assertThat(site.views("Membership")).hasSize(2);
        assertThat(site.views("HostLink")).hasSize(1);
        assertThat(site.views("NetworkLink")).hasSize(2);
    }

    @Test
    void routersOfASiteAreDrawnInItsFrame() {
        DrawnViewpoint topology = topology(rich());

        assertThat(topology.views("Site")).hasSize(2);
        assertThat(topology.views("Hub")).allSatisfy(hub ->
                assertThat(Views.get(hub.view().eContainer(), "target")).isInstanceOf(SiteClause.class));
    }

    @Test
    void addressesAreShownWithTheirLayerOnly() {
        Model model = rich();
        LabelServices labels = new LabelServices();
        RouterDeclaration hub = (RouterDeclaration) element(model, "HQ1");

        assertThat(labels.routerLabel(hub, SiriusViews.diagram(model, List.of("underlay")))).isEqualTo("HQ1");
        assertThat(labels.routerLabel(hub, SiriusViews.diagram(model, List.of("addresses"))))
                .isEqualTo("HQ1\n10.0.0.1\n10.9.0.1/24");
    }

    @Test
    void whatSeveralRoutersHaveIsChangedWhereItIsWritten() {
        Model model = rich();
        EditServices edits = new EditServices();
        DrawnViewpoint topology = topology(model);
        List<DrawnViewpoint.View> inherited = topology.views("WanAttachment").stream()
                .filter(view -> view.source().element() != view.element().eContainer()).toList();

        assertThat(inherited).isNotEmpty().allSatisfy(view -> assertThatThrownBy(() ->
                edits.removeDrawn(view.element(), view.view())).isInstanceOf(EditRefusedException.class)
                .hasMessageContaining("spoke Branch[1..3]"));

        DrawnViewpoint site = new DrawnViewpoint(file, expressions, "Site", element(model, "HQ2"));
        DrawnViewpoint.View lan = site.views("LocalNetwork").stream()
                .filter(view -> view.element().eContainer() == element(model, "HQ1")).findFirst().orElseThrow();
        edits.removeDrawn(lan.element(), lan.view());
        assertThat(lan.element().eContainer()).isNull();
    }

    private static EObject element(Model model, String name) {
        return model.getElements().stream().filter(each -> each instanceof NamedElement named
                && name.equals(named.getName())).findFirst().orElseThrow();
    }
}

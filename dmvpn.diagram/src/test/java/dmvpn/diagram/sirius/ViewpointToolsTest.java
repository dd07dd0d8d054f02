package dmvpn.diagram.sirius;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.diagram.Models;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/**
 * Each tool of each diagram, used wherever it can be used: what it does can be written and read again, with all comments;
 * what it cannot do is refused.
 */
class ViewpointToolsTest {

    /** Tools that change nothing. */
    private static final Set<String> KEEP_ALL = Set.of("deleteNothing", "openSite", "openSiteOfRouter", "openOverlay");

    /** A line can be drawn between hundreds of pairs: some of them, evenly chosen, are enough. */
    private static final int AT_MOST = 8;

    private final ViewpointFile file = ViewpointFile.read();
    private final Expressions expressions = new Expressions(file);

    @TestFactory
    Stream<DynamicTest> everyToolLeavesAModelThatCanBeWritten() {
        return file.all("ownedTools").stream().map(tool -> DynamicTest.dynamicTest(ViewpointFile.where(tool), () -> use(tool)));
    }

    private DrawnViewpoint draw(Element tool) {
        String diagram = ViewpointFile.name(ViewpointFile.diagramOf(tool).orElseThrow());
        Model model = Models.parse(RichModel.TEXT);
        return new DrawnViewpoint(file, expressions, diagram, switch (diagram) {
            case "Topology" -> model;
            case "Overlay" -> named(model, "Spare");
            default -> named(model, "HQ2");
        });
    }

    private static EObject named(Model model, String name) {
        return model.getElements().stream().filter(each -> each instanceof NamedElement element && name.equals(element.getName()))
                .findFirst().orElseThrow();
    }

    private static int step(Element tool, int uses) {
        return ViewpointFile.type(tool).contains("Edge") ? Math.max(1, uses / AT_MOST) : 1;
    }

    private void use(Element tool) {
        int uses = new ToolUses(file, draw(tool)).of(tool).size();
        assertThat(uses).as("places to use it at").isPositive();
        int changes = 0;
        for (int index = 0; index < uses; index += step(tool, uses)) {
            DrawnViewpoint drawn = draw(tool);
            ToolUses.Use use = new ToolUses(file, drawn).of(tool).get(index);
            DmvpnResource resource = (DmvpnResource) drawn.root().eResource();
            ToolRun run = new ToolRun(file, expressions, use.variables());
            try {
                run.perform(tool, use.context());
            } catch (EditRefusedException refused) {
                assertThat(refused.getMessage()).isNotBlank();
                assertThat(resource.getSerializer().serialize(resource.model())).isEqualTo(RichModel.TEXT);
                continue;
            }
            String written = resource.getSerializer().serialize(resource.model());
            if (!written.equals(RichModel.TEXT)) {
                assertThat(Models.parse(written).eResource().getErrors()).as(written).isEmpty();
                assertThat(written).contains("// two clouds over two transports");
                changes++;
            }
            run.navigation().ifPresent(opened -> assertThat(
                    Metamodel.isInstance(opened, run.opened().getAttribute("domainClass"))).isTrue());
            assertThat(run.navigation().isPresent()).isEqualTo(ViewpointFile.type(tool).equals("DoubleClickDescription"));
        }
        assertThat(changes > 0).as("it changes something").isNotEqualTo(KEEP_ALL.contains(ViewpointFile.name(tool)));
    }

    @TestFactory
    Stream<DynamicTest> whatEachToolMakesIsDrawn() {
        return Stream.of("createHub", "createSpoke", "createConnectedHub", "createConnectedSpoke", "createPlainRouter",
                "createHost", "createLocalNetwork", "createTransport", "createCloud")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Element tool = file.all("ownedTools").stream().filter(each -> ViewpointFile.name(each).equals(name))
                            .findFirst().orElseThrow();
                    DrawnViewpoint drawn = draw(tool);
                    ToolUses.Use use = new ToolUses(file, drawn).of(tool).getFirst();
                    List<EObject> before = drawn.views().stream().map(DrawnViewpoint.View::element).toList();
                    new ToolRun(file, expressions, use.variables()).perform(tool, use.context());
                    DrawnViewpoint after = new DrawnViewpoint(file, expressions, "Topology", drawn.root());
                    assertThat(after.views().stream().map(DrawnViewpoint.View::element).filter(each -> !before.contains(each)))
                            .isNotEmpty();
                }));
    }
}

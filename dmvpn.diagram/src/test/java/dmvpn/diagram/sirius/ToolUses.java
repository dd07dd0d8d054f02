package dmvpn.diagram.sirius;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.w3c.dom.Element;

/** What a person can do with a tool in a diagram: on which views, and what is typed. */
final class ToolUses {

    private static final Map<String, List<String>> TYPED = Map.of(
            "rename", List.of("Another", "not a name"),
            "renameSite", List.of("elsewhere", "not a name"),
            "editUplink", List.of("10.9.0.77/24", "DHCP", "nonsense"),
            "editMembership", List.of("10.0.0.99", "nonsense"),
            "editLocalNetwork", List.of("10.77.0.0/24", "nonsense"),
            "editOverlay", List.of("10.88.0.0/24", "nonsense"));

    private final ViewpointFile file;
    private final DrawnViewpoint drawn;

    ToolUses(ViewpointFile file, DrawnViewpoint drawn) {
        this.file = file;
        this.drawn = drawn;
    }

    /**
     * One use of a tool.
     *
     * @param context what its first operation is performed on
     * @param variables what its expressions may name
     */
    record Use(EObject context, Map<String, Object> variables) {
    }

    List<Use> of(Element tool) {
        return switch (ViewpointFile.type(tool)) {
            case "NodeCreationDescription" -> creations(tool, "nodeMappings");
            case "ContainerCreationDescription" -> creations(tool, "containerMappings");
            case "EdgeCreationDescription" -> connections(tool);
            case "ReconnectEdgeDescription" -> reconnections(tool);
            case "DeleteElementDescription" -> users(tool, "deletionDescription").map(view -> on(view, Map.of())).toList();
            case "DirectEditLabel" -> users(tool, "labelDirectEdit").flatMap(view -> TYPED.get(ViewpointFile.name(tool)).stream()
                    .map(text -> on(view, Map.of("0", text)))).toList();
            case "DoubleClickDescription" -> drawn.viewsOf(file.references(tool, "mappings")).stream()
                    .map(view -> on(view, Map.of())).toList();
            case "ContainerDropDescription" -> drops(tool);
            case "ToolDescription" -> oncePerElement();
            default -> throw new AssertionError("Nobody knows how to use a " + ViewpointFile.type(tool));
        };
    }

    private List<Use> oncePerElement() {
        Map<EObject, Use> uses = new LinkedHashMap<>();
        drawn.views().forEach(view -> uses.putIfAbsent(view.element(), on(view, Map.of())));
        return List.copyOf(uses.values());
    }

    private Stream<DrawnViewpoint.View> users(Element tool, String attribute) {
        return drawn.views().stream().filter(view -> file.references(view.mapping(), attribute).contains(tool));
    }

    private static Use on(DrawnViewpoint.View view, Map<String, Object> more) {
        Map<String, Object> variables = new LinkedHashMap<>(more);
        variables.put("element", view.element());
        variables.put("elementView", view.view());
        return new Use(view.element(), variables);
    }

    private List<Use> creations(Element tool, String attribute) {
        Element mapping = file.references(tool, attribute).getFirst();
        List<EObject> places = new ArrayList<>();
        if (!mapping.getTagName().startsWith("sub")) {
            places.add(drawn.root());
        }
        List<Element> extra = file.references(tool, "extraMappings");
        for (DrawnViewpoint.View view : drawn.views()) {
            boolean holds = mapping.getParentNode() == view.mapping()
                    || Stream.of("reusedNodeMappings", "reusedContainerMappings").anyMatch(reused ->
                            file.references(view.mapping(), reused).contains(mapping));
            if (holds || extra.contains(view.mapping())) {
                places.add(view.element());
            }
        }
        return places.stream()
                .map(place -> new Use(place, Map.of("container", place, "containerView", drawn.diagram()))).toList();
    }

    private List<Use> connections(Element tool) {
        List<Use> uses = new ArrayList<>();
        for (Element edge : file.references(tool, "edgeMappings")) {
            List<Element> starts = new ArrayList<>(file.references(edge, "sourceMapping"));
            starts.addAll(file.references(tool, "extraSourceMappings"));
            for (DrawnViewpoint.View source : drawn.viewsOf(starts)) {
                for (DrawnViewpoint.View target : drawn.viewsOf(file.references(edge, "targetMapping"))) {
                    uses.add(new Use(source.element(), Map.of("source", source.element(), "target", target.element(),
                            "sourceView", source.view(), "targetView", target.view())));
                }
            }
        }
        return uses;
    }

    private List<Use> reconnections(Element tool) {
        String end = tool.getAttribute("reconnectionKind").equals("RECONNECT_SOURCE") ? "sourceMapping" : "targetMapping";
        return users(tool, "reconnections").flatMap(line -> drawn.viewsOf(file.references(line.mapping(), end)).stream()
                .map(target -> new Use(line.element(), Map.of("element", line.element(), "edgeView", line.view(),
                        "source", (end.equals("sourceMapping") ? line.source() : line.target()).element(),
                        "target", target.element())))).toList();
    }

    private List<Use> drops(Element tool) {
        List<EObject> places = new ArrayList<>();
        if (file.references(drawn.description(), "dropDescriptions").contains(tool)) {
            places.add(drawn.root());
        }
        users(tool, "dropDescriptions").forEach(view -> places.add(view.element()));
        return drawn.viewsOf(file.references(tool, "mappings")).stream().flatMap(view -> places.stream()
                .map(place -> on(view, Map.of("newSemanticContainer", place, "oldSemanticContainer", drawn.root())))).toList();
    }
}

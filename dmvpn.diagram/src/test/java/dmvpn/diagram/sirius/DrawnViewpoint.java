package dmvpn.diagram.sirius;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.w3c.dom.Element;

/** A diagram of the viewpoint, made from the file as Sirius does: nodes in containers, then the lines between them. */
final class DrawnViewpoint {

    /**
     * A view.
     *
     * @param mapping what it is made by
     * @param view the view
     * @param source mapping and view that a line starts at; null for nodes
     * @param target mapping and view that a line ends at; null for nodes
     */
    record View(Element mapping, EObject view, View source, View target) {

        EObject element() {
            return SiriusViews.target(view);
        }

        String name() {
            return ViewpointFile.name(mapping);
        }
    }

    private final ViewpointFile file;
    private final Expressions expressions;
    private final EObject diagram;
    private final Element description;
    private final List<View> views = new ArrayList<>();

    DrawnViewpoint(ViewpointFile file, Expressions expressions, String name, EObject root) {
        this.file = file;
        this.expressions = expressions;
        this.description = file.diagram(name);
        List<Element> layers = ViewpointFile.children(description)
                .filter(child -> List.of("defaultLayer", "additionalLayers").contains(child.getTagName())).toList();
        this.diagram = SiriusViews.diagram(root, layers.stream().map(ViewpointFile::name).toList());
        layers.forEach(layer -> nodes(layer, diagram, List.of("nodeMappings", "containerMappings")));
        layers.forEach(this::lines);
    }

    List<View> views() {
        return views;
    }

    List<View> views(String mapping) {
        return views.stream().filter(view -> view.name().equals(mapping)).toList();
    }

    List<EObject> elements(String mapping) {
        return views(mapping).stream().map(View::element).toList();
    }

    EObject diagram() {
        return diagram;
    }

    EObject root() {
        return SiriusViews.target(diagram);
    }

    Element description() {
        return description;
    }

    /** The variables of labels. */
    Map<String, Object> variables(View view) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("diagram", diagram);
        variables.put("view", view.view());
        return variables;
    }

    private void nodes(Element owner, EObject container, List<String> tags) {
        for (String tag : tags) {
            ViewpointFile.children(owner, tag).forEach(mapping -> nodesOf(mapping, container));
        }
    }

    private void nodesOf(Element mapping, EObject container) {
        EObject around = SiriusViews.target(container);
        for (EObject element : candidates(mapping, around, container)) {
            View view = new View(mapping, SiriusViews.node(element, container), null, null);
            views.add(view);
            nodes(mapping, view.view(), List.of("subNodeMappings", "subContainerMappings", "borderedNodeMappings"));
            Stream.of("reusedNodeMappings", "reusedContainerMappings", "reusedBorderedNodeMappings")
                    .flatMap(reused -> file.references(mapping, reused).stream())
                    .forEach(reused -> nodesOf(reused, view.view()));
        }
    }

    private List<EObject> candidates(Element mapping, EObject around, EObject container) {
        Map<String, Object> variables = new LinkedHashMap<>(Map.of("containerView", container, "diagram", diagram));
        return expressions.elements(mapping.getAttribute("semanticCandidatesExpression"), around, variables).stream()
                .filter(element -> Metamodel.isInstance(element, mapping.getAttribute("domainClass"))).distinct().toList();
    }

    private void lines(Element layer) {
        for (Element mapping : ViewpointFile.children(layer, "edgeMappings").toList()) {
            List<View> starts = viewsOf(file.references(mapping, "sourceMapping"));
            List<View> ends = viewsOf(file.references(mapping, "targetMapping"));
            if (mapping.hasAttribute("useDomainElement")) {
                for (EObject element : candidates(mapping, root(), diagram)) {
                    List<EObject> sources = find(mapping, "sourceFinderExpression", element);
                    starts.stream().filter(start -> sources.contains(start.element()))
                            .forEach(start -> lines(mapping, element, start, ends,
                                    find(mapping, "targetFinderExpression", element)));
                }
            } else {
                starts.forEach(start -> lines(mapping, start.element(), start, ends,
                        find(mapping, "targetFinderExpression", start.element())));
            }
        }
    }

    private void lines(Element mapping, EObject element, View start, List<View> ends, List<EObject> targets) {
        ends.stream().filter(end -> targets.contains(end.element()))
                .forEach(end -> views.add(new View(mapping, SiriusViews.line(element, start.view(), end.view()), start, end)));
    }

    private List<EObject> find(Element mapping, String attribute, EObject element) {
        return expressions.elements(mapping.getAttribute(attribute), element, new LinkedHashMap<>(Map.of("diagram", diagram)));
    }

    List<View> viewsOf(List<Element> mappings) {
        return views.stream().filter(view -> mappings.contains(view.mapping())).toList();
    }
}

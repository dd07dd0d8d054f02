package dmvpn.diagram.sirius;

import dmvpn.dsl.model.ModelPackage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EcorePackage;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** On elements of which classes an expression is evaluated, and which variables there are. */
final class Receivers {

    private static final Set<String> LABELS = Set.of("labelExpression", "sizeComputationExpression");
    private static final Map<String, EClass> NARROWED = Map.of(
            "service:isRouterElement", ModelPackage.Literals.ROUTER_DECLARATION,
            "service:isCloudElement", ModelPackage.Literals.CLOUD_DECLARATION);

    private final ViewpointFile file;

    private Receivers(ViewpointFile file) {
        this.file = file;
    }

    /** The classes of the elements that an expression may be evaluated on; a subclass is not named beside its superclass. */
    static Set<EClass> of(ViewpointFile file, Element element, String attribute) {
        return new Receivers(file).find(element, attribute);
    }

    private Set<EClass> find(Element element, String attribute) {
        String tag = element.getTagName();
        if (element.hasAttribute("domainClass") && tag.equals("decorationDescriptions")
                || tag.equals("ownedRepresentations")) {
            return classes(Stream.of(element.getAttribute("domainClass")));
        }
        Optional<Element> rule = ancestor(element, "ownedRules");
        if (rule.isPresent()) {
            return classes(Stream.of(rule.get().getAttribute("targetClass")));
        }
        if (tag.equals("filters")) {
            return domains(file.references(element, "mappings"));
        }
        Optional<Element> tool = ancestor(element, "ownedTools");
        if (tool.isPresent()) {
            return inTool(element, attribute, tool.get());
        }
        Element mapping = mappingOf(element);
        return attribute.equals("semanticCandidatesExpression") ? containers(mapping) : domains(List.of(mapping));
    }

    private Set<EClass> inTool(Element element, String attribute, Element tool) {
        if (element == tool) {
            return domains(users(tool, "labelDirectEdit"));
        }
        Node parent = element.getParentNode();
        return parent instanceof Element around ? contextInside(around, tool) : Set.of();
    }

    /** The context that an operation gives to those in it. */
    private Set<EClass> contextInside(Element around, Element tool) {
        if (around == tool || around.getTagName().equals("initialOperation")) {
            return ViewpointFile.type(tool).equals("DirectEditLabel") ? domains(users(tool, "labelDirectEdit"))
                    : Set.of(EcorePackage.Literals.EOBJECT);
        }
        String type = ViewpointFile.type(around);
        if (type.equals("If") && NARROWED.containsKey(around.getAttribute("conditionExpression"))) {
            return Set.of(NARROWED.get(around.getAttribute("conditionExpression")));
        }
        if (type.equals("ChangeContext")) {
            String browse = around.getAttribute("browseExpression");
            return browse.startsWith("var:") ? variable(browse.substring("var:".length()), tool)
                    : Set.of(EcorePackage.Literals.EOBJECT);
        }
        return contextInside((Element) around.getParentNode(), tool);
    }

    private Set<EClass> variable(String name, Element tool) {
        return switch (ViewpointFile.type(tool)) {
            case "NodeCreationDescription" -> places(tool, "nodeMappings");
            case "ContainerCreationDescription" -> places(tool, "containerMappings");
            case "EdgeCreationDescription" -> ends(tool, name.equals("source") ? "sourceMapping" : "targetMapping",
                    name.equals("source") ? "extraSourceMappings" : "extraTargetMappings");
            case "DeleteElementDescription" -> domains(users(tool, "deletionDescription"));
            case "ReconnectEdgeDescription" -> domains(users(tool, "reconnections"));
            case "DoubleClickDescription", "ContainerDropDescription" -> domains(file.references(tool, "mappings"));
            default -> Set.of(EcorePackage.Literals.EOBJECT);
        };
    }

    private Set<EClass> places(Element tool, String attribute) {
        Set<EClass> places = new LinkedHashSet<>(domains(file.references(tool, "extraMappings")));
        file.references(tool, attribute).forEach(mapping -> places.addAll(containers(mapping)));
        return places;
    }

    private Set<EClass> ends(Element tool, String end, String extra) {
        Set<EClass> ends = new LinkedHashSet<>(domains(file.references(tool, extra)));
        file.references(tool, "edgeMappings").forEach(edge -> ends.addAll(domains(file.references(edge, end))));
        return ends;
    }

    private List<Element> users(Element tool, String attribute) {
        return file.all().stream().filter(each -> each.hasAttribute(attribute) && file.references(each, attribute).contains(tool))
                .toList();
    }

    /** The elements in whose views those of a mapping are. */
    private Set<EClass> containers(Element mapping) {
        Set<EClass> containers = new LinkedHashSet<>();
        if (mapping.getParentNode() instanceof Element parent && parent.getTagName().endsWith("Mappings")) {
            containers.addAll(domains(List.of(parent)));
        } else {
            containers.addAll(classes(Stream.of(ViewpointFile.diagramOf(mapping).orElseThrow().getAttribute("domainClass"))));
        }
        for (String reuse : List.of("reusedNodeMappings", "reusedContainerMappings", "reusedBorderedNodeMappings")) {
            containers.addAll(domains(users(mapping, reuse)));
        }
        return containers;
    }

    /** The classes of what mappings show; of lines that are relations, those of what they start at. */
    private Set<EClass> domains(List<Element> mappings) {
        Set<EClass> domains = new LinkedHashSet<>();
        for (Element mapping : mappings) {
            domains.addAll(mapping.hasAttribute("domainClass") ? classes(Stream.of(mapping.getAttribute("domainClass")))
                    : domains(file.references(mapping, "sourceMapping")));
        }
        return domains;
    }

    private static Set<EClass> classes(Stream<String> names) {
        Set<EClass> classes = new LinkedHashSet<>();
        names.forEach(name -> classes.add(Metamodel.find(name).orElseThrow()));
        return classes;
    }

    private static Optional<Element> ancestor(Element element, String tag) {
        for (Node at = element; at instanceof Element candidate; at = at.getParentNode()) {
            if (candidate.getTagName().equals(tag)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static Element mappingOf(Element element) {
        for (Node at = element; at instanceof Element candidate; at = at.getParentNode()) {
            if (candidate.getTagName().endsWith("Mappings")) {
                return candidate;
            }
        }
        throw new AssertionError(ViewpointFile.where(element) + " is in no mapping");
    }

    /** The names of the variables that an expression may use. */
    static Set<String> variables(Element element, String attribute) {
        Set<String> known = new LinkedHashSet<>(Set.of("self"));
        Optional<Element> tool = ancestor(element, "ownedTools");
        if (tool.isPresent()) {
            ViewpointFile.children(tool.get()).map(ViewpointFile::name).filter(name -> !name.isEmpty()).forEach(known::add);
            if (ViewpointFile.type(tool.get()).equals("DirectEditLabel") && element != tool.get()) {
                known.add("0");
            }
            for (Node at = element.getParentNode(); at instanceof Element around; at = at.getParentNode()) {
                known.add(around.getAttribute("variableName"));
            }
        } else if (LABELS.contains(attribute)) {
            known.addAll(Set.of("view", "diagram"));
        } else if (attribute.equals("semanticCandidatesExpression")) {
            known.addAll(Set.of("containerView", "diagram", "viewpoint"));
        }
        return known;
    }
}

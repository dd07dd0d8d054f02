package dmvpn.diagram.sirius;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.w3c.dom.Element;

/** One run of a tool: its operations, performed on a model as Sirius performs them. */
final class ToolRun {

    private final ViewpointFile file;
    private final Expressions expressions;
    private final Map<String, Object> variables;
    private EObject navigation;
    private Element opened;

    ToolRun(ViewpointFile file, Expressions expressions, Map<String, Object> variables) {
        this.file = file;
        this.expressions = expressions;
        this.variables = new LinkedHashMap<>(variables);
    }

    void perform(Element tool, EObject context) {
        Element operation = ViewpointFile.child(tool, "initialOperation").flatMap(initial -> ViewpointFile.child(initial,
                "firstModelOperations")).orElseThrow();
        perform(operation, context, variables);
    }

    private void perform(Element operation, EObject context, Map<String, Object> known) {
        switch (ViewpointFile.type(operation)) {
            case "ChangeContext" -> {
                List<EObject> next = expressions.elements(operation.getAttribute("browseExpression"), context, known);
                next.stream().findFirst().ifPresent(element -> performAll(operation, element, known));
            }
            case "Let" -> {
                Map<String, Object> more = new LinkedHashMap<>(known);
                more.put(operation.getAttribute("variableName"),
                        expressions.evaluate(operation.getAttribute("valueExpression"), context, known));
                performAll(operation, context, more);
            }
            case "If" -> {
                if (Boolean.TRUE.equals(expressions.evaluate(operation.getAttribute("conditionExpression"), context, known))) {
                    performAll(operation, context, known);
                }
            }
            case "Navigation" -> {
                navigation = context;
                opened = file.references(operation, "diagramDescription").getFirst();
            }
            default -> throw new AssertionError("Nobody has seen " + ViewpointFile.type(operation) + " at work here");
        }
    }

    private void performAll(Element operation, EObject context, Map<String, Object> known) {
        ViewpointFile.children(operation, "subModelOperations").forEach(each -> perform(each, context, known));
    }

    /** The element whose diagram was opened. */
    Optional<EObject> navigation() {
        return Optional.ofNullable(navigation);
    }

    /** The description of the diagram that was opened. */
    Element opened() {
        return opened;
    }
}

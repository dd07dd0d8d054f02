package dmvpn.dsl.validation;

import static dmvpn.dsl.model.ModelPackage.Literals.*;
import static dmvpn.dsl.routing.RoutingPackage.Literals.*;
import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;
import static dmvpn.dsl.routing.RoutingPackage.Literals.*;
import static dmvpn.dsl.scenario.ScenarioPackage.Literals.*;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RouterBody;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.routing.RoutingClause;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.scenario.ChangeAction;
import dmvpn.dsl.scenario.Repetition;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.dsl.scenario.TimedAction;
import dmvpn.dsl.syntax.SyntaxMessages;
import dmvpn.dsl.words.Settings;
import dmvpn.dsl.words.Similar;
import dmvpn.network.origin.Origin;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Words that stand where only settings may stand. Of several in a row the first says what is wrong. */
final class StrayChecks {

    private static final List<String> ELEMENTS =
            List.of("import", "network", "platform", "secrets", "transport", "crypto", "cloud", "policy",
                    "fragment", "hub", "spoke", "router", "host", "scenario");

    private final Origins origins;
    private final String text;
    /** Lines of the syntax errors by their offsets. */
    private final NavigableMap<Integer, Integer> syntaxErrors = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private StrayChecks(Origins origins, String text, List<Finding> syntaxErrors) {
        this.origins = origins;
        this.text = text;
        syntaxErrors.forEach(finding -> this.syntaxErrors.put(finding.origin().offset(), finding.origin().line()));
    }

    static List<Finding> of(Model model, Origins origins, String text, List<Finding> syntaxErrors) {
        StrayChecks checks = new StrayChecks(origins, text, syntaxErrors);
        checks.check(model, MODEL__STRAY, model.getStray().isEmpty(), "");
        for (Element element : model.getElements()) {
            if (element instanceof NamedElement named) {
                checks.check(named, NAMED_ELEMENT__STRAY, named.getStray().isEmpty(), Kind.keyword(named));
            }
            checks.checkInner(element);
        }
        return checks.findings;
    }

    /** The blocks inside an element that have settings of their own. */
    private void checkInner(Element element) {
        switch (element) {
            case CloudDeclaration cloud -> cloud.getRouting().forEach(this::checkRouting);
            case RouterBody router -> router.getRouting().forEach(this::checkRouting);
            case ScenarioDeclaration scenario -> checkScenario(scenario);
            default -> { }
        }
    }

    private void checkRouting(RoutingClause routing) {
        check(routing, ROUTING_CLAUSE__STRAY, routing.getStray().isEmpty(), "routing");
        routing.getNeighbors().forEach(neighbor ->
                check(neighbor, NEIGHBOR_CLAUSE__STRAY, neighbor.getStray().isEmpty(), "neighbor"));
        routing.getInterfaces().forEach(interfaceClause ->
                check(interfaceClause, ROUTING_INTERFACE_CLAUSE__STRAY, interfaceClause.getStray().isEmpty(), "on"));
    }

    private void checkScenario(ScenarioDeclaration scenario) {
        checkChanges(scenario.getActions());
        for (Repetition repetition : scenario.getRepetitions()) {
            check(repetition, REPETITION__STRAY, repetition.getStray().isEmpty(), "scenario");
            checkChanges(repetition.getActions());
        }
    }

    private void checkChanges(List<TimedAction> actions) {
        for (TimedAction timed : actions) {
            if (timed.getAction() instanceof ChangeAction change) {
                check(change, CHANGE_ACTION__STRAY, change.getStray().isEmpty(), "change");
            }
        }
    }

    private void check(EObject owner, EStructuralFeature feature, boolean none, String block) {
        if (none) {
            return;
        }
        int previousEnd = -1;
        for (INode node : NodeModelUtils.findNodesForFeature(owner, feature)) {
            if (findings.size() >= SyntaxFindings.MOST) {
                return;
            }
            boolean continuesRun = previousEnd >= 0 && text.substring(previousEnd, node.getOffset()).isBlank();
            Origin origin = origins.of(node, block);
            if (!continuesRun && !followsSyntaxError(previousEnd, origin)) {
                findings.add(new Finding(TextRules.UNKNOWN_SETTING, message(node, block), origin));
            }
            previousEnd = node.getEndOffset();
        }
    }

    /** What the parser threw away behind an error, on its line or the next, is part of that error. */
    private boolean followsSyntaxError(int previousEnd, Origin origin) {
        Map.Entry<Integer, Integer> error = syntaxErrors.floorEntry(origin.offset());
        return error != null && error.getKey() >= previousEnd && origin.line() - error.getValue() <= 1;
    }

    private String message(INode node, String block) {
        String word = NodeModelUtils.getTokenText(node);
        String shown = "'" + (word.length() > 40 ? word.substring(0, 40) + "…" : word) + "'";
        if (word.equals("}")) {
            return "This closing brace closes nothing";
        }
        if (word.startsWith("{")) {
            return SyntaxMessages.endsInValue(text.substring(Math.max(0, node.getOffset() - 40), node.getOffset()))
                    ? SyntaxMessages.COMPUTED_PART : "This block is unknown in a " + block;
        }
        if (block.isEmpty()) {
            return shown + " is not the start of an element" + orElse(Similar.question(word, ELEMENTS),
                    ": expected one of " + String.join(", ", ELEMENTS));
        }
        String in = " in a " + block;
        Optional<String> elsewhere = Settings.blockOf(word);
        if (elsewhere.isPresent()) {
            return shown + " belongs in a " + elsewhere.get() + ", not" + in;
        }
        if (!word.isEmpty() && !Character.isLetter(word.charAt(0))) {
            return shown + " is one value too many" + in + ": a setting starts with its name";
        }
        return shown + " is not a setting" + orElse(Similar.question(word, Settings.within(block)),
                in + ": expected one of " + String.join(", ", Settings.of(block)));
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}

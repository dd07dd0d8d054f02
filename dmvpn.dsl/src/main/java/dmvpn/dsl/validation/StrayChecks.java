package dmvpn.dsl.validation;

import static dmvpn.dsl.model.ModelPackage.Literals.*;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.Element;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.model.RoutingClause;
import dmvpn.dsl.names.Kind;
import dmvpn.dsl.origins.Origins;
import dmvpn.dsl.rules.TextRules;
import dmvpn.dsl.words.Settings;
import dmvpn.dsl.words.Similar;
import dmvpn.network.rules.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Words that stand where only settings may stand. Of several in a row the first says what is wrong. */
final class StrayChecks {

    private static final List<String> ELEMENTS =
            List.of("network", "platform", "transport", "crypto", "cloud", "hub", "spoke", "scenario");

    private final Origins origins;
    private final String text;
    private final List<Integer> syntaxErrorOffsets;
    private final List<Finding> findings = new ArrayList<>();

    private StrayChecks(Origins origins, String text, List<Finding> syntaxErrors) {
        this.origins = origins;
        this.text = text;
        this.syntaxErrorOffsets = syntaxErrors.stream().map(finding -> finding.origin().offset()).toList();
    }

    static List<Finding> of(Model model, Origins origins, String text, List<Finding> syntaxErrors) {
        StrayChecks checks = new StrayChecks(origins, text, syntaxErrors);
        checks.check(model, MODEL__STRAY, model.getStray().isEmpty(), "");
        for (Element element : model.getElements()) {
            if (element instanceof NamedElement named) {
                checks.check(named, NAMED_ELEMENT__STRAY, named.getStray().isEmpty(), Kind.keyword(named));
            }
            if (element instanceof CloudDeclaration cloud) {
                for (RoutingClause routing : cloud.getRouting()) {
                    checks.check(routing, ROUTING_CLAUSE__STRAY, routing.getStray().isEmpty(), "routing");
                }
            }
        }
        return checks.findings;
    }

    private void check(EObject owner, EStructuralFeature feature, boolean none, String block) {
        if (none) {
            return;
        }
        int previousEnd = -1;
        for (INode node : NodeModelUtils.findNodesForFeature(owner, feature)) {
            boolean continuesRun = previousEnd >= 0 && text.substring(previousEnd, node.getOffset()).isBlank();
            if (!continuesRun && !followsSyntaxError(previousEnd, node.getOffset()) && findings.size() < SyntaxFindings.MOST) {
                findings.add(new Finding(TextRules.UNKNOWN_SETTING, message(node, block), origins.of(node, block)));
            }
            previousEnd = node.getEndOffset();
        }
    }

    /** What the parser threw away behind an error is part of that error. */
    private boolean followsSyntaxError(int previousEnd, int offset) {
        for (int errorOffset : syntaxErrorOffsets) {
            if (errorOffset >= previousEnd && errorOffset <= offset
                    && text.substring(errorOffset, offset).chars().filter(c -> c == '\n').count() <= 1) {
                return true;
            }
        }
        return false;
    }

    private static String message(INode node, String block) {
        String word = NodeModelUtils.getTokenText(node);
        String shown = "'" + (word.length() > 40 ? word.substring(0, 40) + "…" : word) + "'";
        if (word.equals("}")) {
            return "This closing brace closes nothing";
        }
        if (word.startsWith("{")) {
            return "This block is unknown in a " + block;
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
        return shown + " is not a setting" + orElse(Similar.question(word, Settings.of(block)),
                in + ": expected one of " + String.join(", ", Settings.of(block)));
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}

package dmvpn.dsl.ide.semantic;

import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.CryptoDeclaration;
import dmvpn.dsl.model.NetworkDeclaration;
import dmvpn.dsl.model.FragmentDeclaration;
import dmvpn.dsl.model.HostDeclaration;
import dmvpn.dsl.model.RouterDeclaration;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.routing.PolicyDeclaration;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Says what a leaf of the syntax tree means, from the grammar alone: a new statement needs no word here. */
final class TokenClassifier {

    private static final String NAME = "name";
    private static final String STRAY = "stray";
    private static final String MEMBER = "member";

    private TokenClassifier() {
    }

    static Optional<SemanticToken> classify(ILeafNode leaf) {
        if (leaf.getLength() == 0 || leaf.getGrammarElement() == null) {
            return Optional.empty();
        }
        if (leaf.isHidden()) {
            return leaf.getGrammarElement() instanceof TerminalRule rule && rule.getName().endsWith("COMMENT")
                    ? token(leaf, TokenType.COMMENT) : Optional.empty();
        }
        INode node = leaf;
        while (node.getParent() != null && isPartOfValue(node)) {
            node = node.getParent();
        }
        EObject grammar = node.getGrammarElement();
        if (grammar instanceof CrossReference reference) {
            return token(leaf, nameType(referenced(node, reference)));
        }
        Assignment assignment = grammar instanceof AbstractElement element ? GrammarUtil.containingAssignment(element) : null;
        if (node == leaf && grammar instanceof Keyword keyword) {
            return Character.isLetter(keyword.getValue().charAt(0)) ? token(leaf, TokenType.KEYWORD) : Optional.empty();
        }
        return assignment == null || assignment.getFeature().equals(STRAY) ? Optional.empty()
                : Optional.of(value(leaf, node, assignment));
    }

    /** A word inside a rule that makes one value of its words is not what carries the meaning. */
    private static boolean isPartOfValue(INode node) {
        if (node.getGrammarElement() instanceof CrossReference) {
            return false;
        }
        return node.getGrammarElement() instanceof AbstractElement element
                && GrammarUtil.containingRule(element) instanceof ParserRule rule && GrammarUtil.isDatatypeRule(rule);
    }

    private static SemanticToken value(ILeafNode leaf, INode node, Assignment assignment) {
        if (assignment.getFeature().equals(NAME)) {
            EObject owner = NodeModelUtils.findActualSemanticObjectFor(node);
            return new SemanticToken(leaf.getOffset(), leaf.getLength(),
                    nameType(owner == null ? null : owner.eClass()), true);
        }
        TokenType type = assignment.getFeature().startsWith(MEMBER) ? TokenType.PARAMETER : byText(leaf.getText(), node);
        return new SemanticToken(leaf.getOffset(), leaf.getLength(), type, false);
    }

    private static TokenType byText(String text, INode node) {
        if (text.startsWith("\"")) {
            return TokenType.STRING;
        }
        if (text.startsWith("<<<")) {
            return TokenType.MACRO;
        }
        if (Character.isDigit(text.charAt(0)) || text.indexOf(':') >= 0 || text.indexOf('{') >= 0 || text.equals(".")) {
            return TokenType.NUMBER;
        }
        return node.getGrammarElement() instanceof RuleCall call && call.getRule().getName().equals("Name")
                ? TokenType.VARIABLE : TokenType.ENUM_MEMBER;
    }

    private static EClass referenced(INode node, CrossReference crossReference) {
        EObject owner = NodeModelUtils.findActualSemanticObjectFor(node);
        Assignment assignment = GrammarUtil.containingAssignment(crossReference);
        EStructuralFeature feature = owner == null ? null : owner.eClass().getEStructuralFeature(assignment.getFeature());
        if (!(feature instanceof EReference reference)) {
            return null;
        }
        return !reference.isMany() && owner.eGet(reference) instanceof EObject target
                ? target.eClass() : reference.getEReferenceType();
    }

    private static TokenType nameType(EClass type) {
        if (type == null || type.getInstanceClass() == null) {
            return TokenType.VARIABLE;
        }
        Class<?> named = type.getInstanceClass();
        if (RouterDeclaration.class.isAssignableFrom(named) || HostDeclaration.class.isAssignableFrom(named)) {
            return TokenType.CLASS;
        }
        if (CloudDeclaration.class.isAssignableFrom(named) || NetworkDeclaration.class.isAssignableFrom(named)) {
            return TokenType.NAMESPACE;
        }
        if (TransportDeclaration.class.isAssignableFrom(named)) {
            return TokenType.INTERFACE;
        }
        if (CryptoDeclaration.class.isAssignableFrom(named) || FragmentDeclaration.class.isAssignableFrom(named)) {
            return TokenType.STRUCT;
        }
        if (ScenarioDeclaration.class.isAssignableFrom(named)) {
            return TokenType.EVENT;
        }
        return PolicyDeclaration.class.isAssignableFrom(named) || named.getSimpleName().endsWith("Action")
                ? TokenType.FUNCTION : TokenType.VARIABLE;
    }

    private static Optional<SemanticToken> token(ILeafNode leaf, TokenType type) {
        return Optional.of(new SemanticToken(leaf.getOffset(), leaf.getLength(), type, false));
    }
}

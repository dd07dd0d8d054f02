package dmvpn.dsl.ide.formatting;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/**
 * The words that can start an element, a setting of a block or a setting of a clause: the first words of everything that
 * the grammar lets repeat. Read from the grammar, so that a new statement is known when it is written.
 */
final class StatementWords {

    private final Set<String> words = new HashSet<>();
    private final Set<ParserRule> visited = new HashSet<>();

    private StatementWords() {
    }

    static Set<String> of(Grammar grammar) {
        StatementWords collected = new StatementWords();
        for (AbstractRule rule : grammar.getRules()) {
            if (rule instanceof ParserRule parserRule && !GrammarUtil.isDatatypeRule(parserRule)) {
                for (TreeIterator<EObject> each = parserRule.eAllContents(); each.hasNext();) {
                    if (each.next() instanceof AbstractElement element && GrammarUtil.isMultipleCardinality(element)) {
                        collected.addFirstWords(element);
                    }
                }
            }
        }
        return Set.copyOf(collected.words);
    }

    private void addFirstWords(AbstractElement element) {
        switch (element) {
            case Keyword keyword -> {
                if (Character.isLetter(keyword.getValue().charAt(0))) {
                    words.add(keyword.getValue());
                }
            }
            case Assignment assignment -> addFirstWords(assignment.getTerminal());
            case RuleCall call -> addFirstWords(call);
            case Alternatives alternatives -> alternatives.getElements().forEach(this::addFirstWords);
            case Group group -> addFirstOfGroup(group);
            default -> { }
        }
    }

    private void addFirstWords(RuleCall call) {
        if (call.getRule() instanceof ParserRule rule && !GrammarUtil.isDatatypeRule(rule) && visited.add(rule)) {
            addFirstWords(rule.getAlternatives());
        }
    }

    private void addFirstOfGroup(Group group) {
        for (AbstractElement element : group.getElements()) {
            addFirstWords(element);
            if (!GrammarUtil.isOptionalCardinality(element) && !(element instanceof org.eclipse.xtext.Action)) {
                return;
            }
        }
    }
}

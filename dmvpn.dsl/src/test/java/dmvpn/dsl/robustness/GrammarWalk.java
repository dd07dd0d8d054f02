package dmvpn.dsl.robustness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;

/**
 * Derives random models from the grammar: alternatives, repetitions, references to names that the model declares. What the
 * language calls stray, the words that do not belong, is left out; so is a second value of an attribute that has one.
 */
public final class GrammarWalk {

    private static final String STRAY = "stray";
    private static final int MOST_ELEMENTS = 18;
    private static final int MOST_REPEATS = 4;
    private static final int MOST_STATEMENTS = 10;

    private final RandomGenerator random;
    private final Grammar grammar;
    private final NamePool names;
    private final TokenWriter writer;
    private final Map<AbstractElement, Integer> uses = new HashMap<>();
    private int element;

    private GrammarWalk(Grammar grammar, RandomGenerator random) {
        this.grammar = grammar;
        this.random = random;
        this.names = new NamePool(random);
        this.writer = new TokenWriter(random);
    }

    /** A random model of a grammar. */
    public static GrammaticalModel model(Grammar grammar, RandomGenerator random) {
        GrammarWalk walk = new GrammarWalk(grammar, random);
        walk.elements();
        return walk.writer.write();
    }

    /** What is written of one object of the model: attributes that have a value have it once. */
    private static final class Written {
        private final EClass type;
        private final Set<String> features = new HashSet<>();

        Written(EClass type) {
            this.type = type;
        }
    }

    private void elements() {
        ParserRule rule = (ParserRule) GrammarUtil.findRuleForName(grammar, "Element");
        int count = random.nextInt(4, MOST_ELEMENTS + 1);
        for (element = 0; element < count; element++) {
            List<AbstractElement> kinds = flattened(rule);
            call((RuleCall) leastUsed(kinds), new Written(null), "");
        }
    }

    /** The rules that a dispatching rule leads to, so that each is as likely as any other. */
    private List<AbstractElement> flattened(ParserRule rule) {
        List<AbstractElement> kinds = new ArrayList<>();
        if (rule.getAlternatives() instanceof Alternatives alternatives
                && alternatives.getElements().stream().allMatch(each -> each instanceof RuleCall call && call.getRule() instanceof ParserRule)) {
            for (AbstractElement each : alternatives.getElements()) {
                List<AbstractElement> nested = flattened((ParserRule) ((RuleCall) each).getRule());
                if (nested.isEmpty()) {
                    kinds.add(each);
                } else {
                    kinds.addAll(nested);
                }
            }
        }
        return kinds;
    }

    /** An alternative at random, one that was written often less likely. */
    private AbstractElement leastUsed(List<AbstractElement> choices) {
        double[] weights = new double[choices.size()];
        double sum = 0;
        for (int index = 0; index < weights.length; index++) {
            int used = uses.getOrDefault(choices.get(index), 0);
            weights[index] = 1.0 / ((1 + used) * (1 + used));
            sum += weights[index];
        }
        double drawn = random.nextDouble() * sum;
        int chosen = 0;
        while (chosen < weights.length - 1 && drawn >= weights[chosen]) {
            drawn -= weights[chosen++];
        }
        uses.merge(choices.get(chosen), 1, Integer::sum);
        return choices.get(chosen);
    }

    private void emit(AbstractElement element, Written written, String feature) {
        int repeats = repeats(element);
        for (int repeat = 0; repeat < repeats; repeat++) {
            if (repeat > 0 && !isAnyFree(element, written)) {
                return;
            }
            once(element, written, feature);
        }
    }

    private int repeats(AbstractElement element) {
        String cardinality = element.getCardinality() == null ? "" : element.getCardinality();
        return switch (cardinality) {
            case "?" -> random.nextInt(2);
            case "*" -> isBlock(element) ? random.nextInt(MOST_STATEMENTS + 1) : random.nextInt(MOST_REPEATS + 1);
            case "+" -> random.nextInt(1, MOST_REPEATS + 1);
            default -> 1;
        };
    }

    /** True for what may be many: the statements between two braces. */
    private static boolean isBlock(AbstractElement element) {
        return element instanceof Alternatives alternatives && alternatives.getElements().size() > MOST_REPEATS;
    }

    private void once(AbstractElement element, Written written, String feature) {
        switch (element) {
            case Group group -> group.getElements().forEach(each -> emit(each, written, feature));
            case Alternatives alternatives -> {
                List<AbstractElement> free = alternatives.getElements().stream().filter(each -> isFree(each, written)).toList();
                if (!free.isEmpty()) {
                    emit(leastUsed(free), written, feature);
                }
            }
            case Assignment assignment -> {
                written.features.add(assignment.getFeature());
                once(assignment.getTerminal(), written, assignment.getFeature());
            }
            case CrossReference reference -> reference(reference, written, feature);
            case Keyword keyword -> writer.add(keyword::getValue, keyword, false);
            case RuleCall call -> call(call, written, feature);
            case Action action -> { }
            default -> throw new IllegalStateException("The walk knows no " + element.eClass().getName());
        }
    }

    /** True when what an element writes is not stray, and repeats no attribute that has one value, not even in another way. */
    private boolean isFree(AbstractElement element, Written written) {
        return switch (element) {
            case Assignment assignment -> !assignment.getFeature().equals(STRAY)
                    && (assignment.getOperator().equals("+=") || !written.features.contains(assignment.getFeature()));
            case Group group -> group.getElements().stream().allMatch(each -> isOptional(each) || isFree(each, written));
            case Alternatives alternatives -> alternatives.getElements().stream().allMatch(each -> isFree(each, written));
            case RuleCall call -> !(call.getRule() instanceof ParserRule rule) || !rule.isFragment() || isAnyFree(rule.getAlternatives(), written);
            default -> true;
        };
    }

    private boolean isAnyFree(AbstractElement element, Written written) {
        return element instanceof Alternatives alternatives ? alternatives.getElements().stream().anyMatch(each -> isFree(each, written)) : isFree(element, written);
    }

    private static boolean isOptional(AbstractElement element) {
        return "?".equals(element.getCardinality()) || "*".equals(element.getCardinality());
    }

    private void call(RuleCall call, Written written, String feature) {
        switch (call.getRule()) {
            case TerminalRule terminal -> terminal(terminal, call, written, feature);
            case ParserRule rule when rule.getName().equals("Name") && feature.equals("name") -> declaration(rule, written);
            case ParserRule rule when GrammarUtil.isDatatypeRule(rule) -> dataType(rule, feature);
            case ParserRule rule when rule.isFragment() -> emit(rule.getAlternatives(), written, feature);
            case ParserRule rule -> emit(rule.getAlternatives(), new Written((EClass) rule.getType().getClassifier()), feature);
            default -> throw new IllegalStateException("The walk knows no " + call.getRule().eClass().getName());
        }
    }

    private void terminal(TerminalRule terminal, RuleCall call, Written written, String feature) {
        String text = switch (terminal.getName()) {
            case "WORD" -> feature.equals("name") ? names.declare(written.type, element) : PlausibleValues.word(random);
            case "NUMBER" -> PlausibleValues.number(feature, random);
            case "STRING" -> PlausibleValues.quoted(random);
            case "RAW" -> PlausibleValues.raw(random);
            default -> throw new IllegalStateException("The walk writes no " + terminal.getName());
        };
        writer.add(() -> text, call, false);
    }

    private void dataType(ParserRule rule, String feature) {
        switch (rule.getName()) {
            case "Value" -> value(rule, feature);
            case "Name" -> name(rule, () -> PlausibleValues.name(feature, random));
            default -> emit(rule.getAlternatives(), new Written(null), feature);
        }
    }

    /** A value as its attribute wants it; the tokens that it consists of are those of the rule. */
    private void value(ParserRule rule, String feature) {
        List<RuleCall> calls = GrammarUtil.containedRuleCalls(rule);
        RuleCall number = called(calls, "NUMBER", 0);
        RuleCall word = called(calls, "WORD", 0);
        String text = PlausibleValues.value(feature, random);
        int dot = text.lastIndexOf('.');
        if (PlausibleValues.isNumber(text)) {
            writer.add(() -> text, number, false);
        } else if (dot < 0) {
            writer.add(() -> text, word, false);
        } else {
            writer.add(() -> text.substring(0, dot), word, false);
            Keyword point = GrammarUtil.containedKeywords(rule).getFirst();
            writer.add(point::getValue, point, true);
            writer.add(() -> text.substring(dot + 1), called(calls, "NUMBER", 1), true);
        }
    }

    private static RuleCall called(List<RuleCall> calls, String rule, int index) {
        return calls.stream().filter(call -> call.getRule().getName().equals(rule)).toList().get(index);
    }

    private void declaration(ParserRule rule, Written written) {
        AbstractElement keyword = random.nextInt(15) == 0 ? anyKeyword(rule) : null;
        if (keyword instanceof Keyword word) {
            names.declare(written.type, element, word.getValue());
            writer.add(word::getValue, word, false);
        } else {
            String name = names.declare(written.type, element);
            writer.add(() -> name, called(GrammarUtil.containedRuleCalls(rule), "WORD", 0), false);
        }
    }

    private void reference(CrossReference reference, Written written, String feature) {
        int from = element;
        String type = feature.equals("router") && written.type.getName().equals("ServerClause") ? "Server" : reference.getType().getClassifier().getName();
        ParserRule rule = (ParserRule) ((RuleCall) reference.getTerminal()).getRule();
        name(rule, () -> names.reference(type, from));
    }

    /** A name: mostly a word; the parser reads keywords among the names as names too. */
    private void name(ParserRule rule, Supplier<String> text) {
        RuleCall word = called(GrammarUtil.containedRuleCalls(rule), "WORD", 0);
        if (random.nextInt(20) == 0 && rule.getName().equals("Name")) {
            Keyword keyword = anyKeyword(rule);
            writer.add(keyword::getValue, keyword, false);
        } else {
            Map<String, Keyword> keywords = new HashMap<>();
            collectKeywords(rule, keywords);
            writer.add(text, word, keywords);
        }
    }

    private Keyword anyKeyword(ParserRule rule) {
        Map<String, Keyword> keywords = new HashMap<>();
        collectKeywords(rule, keywords);
        List<String> words = keywords.keySet().stream().sorted().toList();
        return keywords.get(words.get(random.nextInt(words.size())));
    }

    private static void collectKeywords(ParserRule rule, Map<String, Keyword> keywords) {
        GrammarUtil.containedKeywords(rule).forEach(keyword -> keywords.putIfAbsent(keyword.getValue(), keyword));
        for (RuleCall call : GrammarUtil.containedRuleCalls(rule)) {
            if (call.getRule() instanceof ParserRule called) {
                collectKeywords(called, keywords);
            }
        }
    }
}

package dmvpn.dsl.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.Models;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.services.DmvpnGrammarAccess;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the grammar derives is parsed as it was derived, understood, and printed back. */
class GrammaticalModelsTest {

    private static final Grammar GRAMMAR = Models.resource("").getResourceServiceProvider().get(DmvpnGrammarAccess.class).getGrammar();

    private final Watchdog watchdog = new Watchdog();
    private final Trial trial = new Trial(watchdog);
    private final LanguageProperties properties = new LanguageProperties(watchdog);

    /** A hundred models each: fewer, longer tests keep reports readable. */
    static LongStream hundreds() {
        return Runs.seeds(1, 50);
    }

    private static Iterable<Long> seedsOf(long hundred) {
        return () -> LongStream.range(hundred * 100, hundred * 100 + 100).iterator();
    }

    private static GrammaticalModel model(long seed) {
        return GrammarWalk.model(GRAMMAR, Runs.random(seed));
    }

    @ParameterizedTest
    @MethodSource("hundreds")
    void isParsedAsItWasDerived(long hundred) {
        for (long seed : seedsOf(hundred)) {
            GrammaticalModel model = model(seed);
            DmvpnResource resource = Models.resource(model.text());

            assertThat(resource.getParseResult().getSyntaxErrors()).as("syntax errors of seed %d in\n%s", seed, model.text())
                    .extracting(node -> node.getSyntaxErrorMessage().getMessage()).isEmpty();
            List<ILeafNode> leaves = StreamSupport.stream(resource.getParseResult().getRootNode().getLeafNodes().spliterator(), false)
                    .filter(leaf -> !leaf.isHidden()).toList();
            int same = Math.min(leaves.size(), model.tokens().size());
            int first = IntStream.range(0, same).filter(index -> leaves.get(index).getGrammarElement() != model.tokens().get(index).element()).findFirst().orElse(same);
            assertThat(first).as("seed %d: the parser reads '%s' as another part of a rule, in\n%s", seed,
                    first < same ? model.tokens().get(first).text() : "the end", model.text()).isEqualTo(Math.max(leaves.size(), model.tokens().size()));
        }
    }

    @ParameterizedTest
    @MethodSource("hundreds")
    void isUnderstoodAndPrintedBack(long hundred) {
        for (long seed : seedsOf(hundred)) {
            trial.of(seed, model(seed).text(), text -> {
                properties.isUnderstood(text);
                properties.isRepresented(text);
                properties.printsBack(text);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("hundreds")
    void isPrintedAnewFromItsModelAlone(long hundred) {
        int[] printed = new int[1];
        for (long seed : seedsOf(hundred)) {
            trial.of(seed, model(seed).text(), text -> printed[0] += properties.printsAnew(text) ? 1 : 0);
        }
        assertThat(printed[0]).as("models that can be printed").isGreaterThan(10);
    }

    @Test
    void theModelsUseEveryKeywordAndEveryCallOfARule() {
        Set<AbstractElement> used = new HashSet<>();
        LongStream.range(0, 800).forEach(seed -> model(seed).tokens().forEach(token -> used.add(token.element())));

        Set<String> unused = new TreeSet<>();
        for (AbstractRule rule : GRAMMAR.getRules()) {
            if (!rule.getName().startsWith("Stray") && !rule.getName().endsWith("Word") && GrammarUtil.isEObjectRule(rule)) {
                for (Iterator<EObject> all = rule.eAllContents(); all.hasNext();) {
                    if (all.next() instanceof Keyword keyword && !used.contains(keyword)) {
                        unused.add(rule.getName() + " '" + keyword.getValue() + "'");
                    }
                }
            }
        }
        assertThat(unused).isEmpty();
    }
}

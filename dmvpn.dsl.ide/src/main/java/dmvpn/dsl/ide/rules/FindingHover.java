package dmvpn.dsl.ide.rules;

import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** What a person who looks at a problem wants to know of its rule: what it demands, why, and who says so. */
public final class FindingHover {

    /** Of a place with more problems than these the first are shown. */
    private static final int MOST_RULES = 3;

    /**
     * What is to be shown at a position: what the word means, as far as anybody knows, and the rules that the place breaks.
     *
     * @param document the document
     * @param position where somebody looks
     * @param word what the word means; null when there is nothing to say
     * @param links where the page of a rule is; empty when there is no page, or the client follows no links
     */
    public Optional<Hover> at(ModelDocument document, Position position, Hover word, Function<String, Optional<String>> links) {
        Map<Rule, Finding> broken = new LinkedHashMap<>();
        for (Finding finding : Analysis.of(document.resource()).findingsIn(document.resource())) {
            if (broken.size() < MOST_RULES && isAt(range(document, finding), position)) {
                broken.putIfAbsent(finding.rule(), finding);
            }
        }
        if (broken.isEmpty()) {
            return Optional.ofNullable(word);
        }
        List<String> texts = broken.keySet().stream().map(rule -> text(rule, links)).toList();
        String about = String.join("\n\n", texts);
        return Optional.of(word == null
                ? new Hover(new MarkupContent(MarkupKind.MARKDOWN, about), range(document, broken.values().iterator().next()))
                : new Hover(new MarkupContent(MarkupKind.MARKDOWN, word.getContents().getRight().getValue() + "\n\n---\n\n" + about),
                        word.getRange()));
    }

    private static Range range(ModelDocument document, Finding finding) {
        return document.lines().range(finding.origin().offset(), finding.origin().length());
    }

    /** On the first line of the place: a problem of a block does not follow people through the block. */
    private static boolean isAt(Range range, Position position) {
        boolean oneLine = range.getEnd().getLine() == range.getStart().getLine();
        return position.getLine() == range.getStart().getLine() && position.getCharacter() >= range.getStart().getCharacter()
                && (!oneLine || position.getCharacter() <= range.getEnd().getCharacter());
    }

    private static String text(Rule rule, Function<String, Optional<String>> links) {
        String id = links.apply(rule.id()).map(link -> "[" + rule.id() + "](" + link + ")").orElse(rule.id());
        return "**" + id + "**: " + RulePage.escaped(rule.title()) + "\n\n" + RulePage.escaped(rule.explanation())
                + "\n\nSource: " + RulePage.escaped(rule.source());
    }
}

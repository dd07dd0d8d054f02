package dmvpn.dsl.ide.hover;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.effective.EffectiveTable;
import dmvpn.dsl.ide.effective.EffectiveValue;
import dmvpn.dsl.ide.effective.EffectiveValues;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.NamedElement;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.ILocationInFileProvider;

/**
 * What the word at a position means: the declaration behind a name and what is in effect in it; for a word of the language
 * its meaning, the unit of its value, the value that is in effect with where it comes from, and the source.
 */
public final class HoverService {

    private static final String JOIN = "join";
    /** Between a value and the word of its setting stand a group or a flag at most. */
    private static final int MOST_WORDS_BEFORE_A_VALUE = 4;

    /** A word of the language where it is written, and the clause that it belongs to. */
    private record Word(String keyword, EObject clause) {
    }

    private final EObjectAtOffsetHelper elementAtOffset;
    private final ILocationInFileProvider locations;
    private final LanguageDocumentation documentation;

    /** Created by the language's injector. */
    @Inject
    public HoverService(EObjectAtOffsetHelper elementAtOffset, ILocationInFileProvider locations,
            LanguageDocumentation documentation) {
        this.elementAtOffset = elementAtOffset;
        this.locations = locations;
        this.documentation = documentation;
    }

    /** The text for a position; empty when there is nothing to say. */
    public Optional<Hover> hover(ModelDocument document, Position position) {
        int offset = document.lines().offset(position);
        IParseResult parsed = document.resource().getParseResult();
        if (parsed == null) {
            return Optional.empty();
        }
        ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(parsed.getRootNode(), offset);
        if (leaf == null || leaf.isHidden()) {
            return Optional.empty();
        }
        Range range = document.lines().range(leaf.getOffset(), leaf.getLength());
        return text(document, leaf, offset)
                .map(value -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, value), range));
    }

    private Optional<String> text(ModelDocument document, ILeafNode leaf, int offset) {
        EObject declared = elementAtOffset.resolveCrossReferencedElementAt(document.resource(), offset);
        ICompositeNode declaration = declared == null ? null : NodeModelUtils.getNode(declared);
        if (declaration != null) {
            return Optional.of(code(declaration.getText()) + tables(document, declared));
        }
        Optional<NamedElement> named = namedAt(leaf, offset);
        if (named.isPresent()) {
            return word(leaf).map(word -> meaning(word.keyword()).orElse("") + tables(document, named.get()));
        }
        return word(leaf).flatMap(word -> word(document, word));
    }

    /** The element whose own name is at a place. */
    private Optional<NamedElement> namedAt(ILeafNode leaf, int offset) {
        return NodeModelUtils.findActualSemanticObjectFor(leaf) instanceof NamedElement element && element.getName() != null
                && !(leaf.getGrammarElement() instanceof Keyword keyword && !isName(keyword))
                && locations.getSignificantTextRegion(element).contains(offset) ? Optional.of(element) : Optional.empty();
    }

    /** The word of the language at a place; of a value, that of its setting, which stands in front of it. */
    private static Optional<Word> word(ILeafNode leaf) {
        if (leaf.getGrammarElement() instanceof Keyword keyword && !isName(keyword)) {
            return Optional.of(new Word(keyword.getValue(), NodeModelUtils.findActualSemanticObjectFor(leaf)));
        }
        Optional<Word> nearest = Optional.empty();
        ILeafNode before = leaf;
        for (int words = 0; words < MOST_WORDS_BEFORE_A_VALUE; words++) {
            before = before(before);
            if (before == null || before.getText().equals("{") || before.getText().equals("}")) {
                break;
            }
            if (before.getGrammarElement() instanceof Keyword keyword && !isName(keyword)) {
                Word word = new Word(keyword.getValue(), NodeModelUtils.findActualSemanticObjectFor(before));
                if (EffectiveValues.isSetting(word.clause(), word.keyword())) {
                    return Optional.of(word);
                }
                nearest = nearest.isPresent() ? nearest : Optional.of(word);
            }
        }
        return nearest;
    }

    /** Most keywords may be names and values too, as in {@code type stub}. */
    private static boolean isName(Keyword keyword) {
        return GrammarUtil.containingParserRule(keyword).getName().endsWith("Word");
    }

    private static ILeafNode before(ILeafNode leaf) {
        ILeafNode before = leaf;
        do {
            before = before.getTotalOffset() == 0 ? null
                    : NodeModelUtils.findLeafNodeAtOffset(leaf.getRootNode(), before.getTotalOffset() - 1);
        } while (before != null && before.isHidden());
        return before;
    }

    private Optional<String> word(ModelDocument document, Word word) {
        return meaning(word.keyword()).map(meaning -> {
            StringBuilder text = new StringBuilder(meaning);
            documentation.unitOf(word.keyword()).ifPresent(unit -> text.append("\n\nValue: ").append(unit));
            text.append(word.keyword().equals(JOIN) && word.clause() instanceof JoinClause join ? tables(document, join)
                    : list(EffectiveValues.of(document.resource()).of(word.clause(), word.keyword())));
            documentation.sourceOf(word.keyword()).ifPresent(source -> text.append("\n\nSource: ").append(source));
            return text.toString();
        });
    }

    private Optional<String> meaning(String keyword) {
        return documentation.ofKeyword(keyword).map(meaning -> "**" + keyword + "**: " + meaning);
    }

    private static String list(List<EffectiveValue> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(text.isEmpty() ? "\n\nIn effect: " : "; ")
                .append('`').append(value.value()).append("` (").append(value.reason()).append(')'));
        return text.toString();
    }

    private static String tables(ModelDocument document, EObject element) {
        StringBuilder text = new StringBuilder();
        for (EffectiveTable table : EffectiveValues.of(document.resource()).tables(element)) {
            text.append("\n\n**").append(cell(table.title())).append("**\n\n| setting | in effect | from |\n|---|---|---|");
            table.rows().forEach(row -> text.append("\n| ").append(row.setting()).append(" | ")
                    .append(cell(row.value().value())).append(" | ").append(cell(row.value().reason())).append(" |"));
        }
        return text.toString();
    }

    /** What stands in a cell must not end it. */
    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String code(String declaration) {
        return "```dmvpn\n" + declaration.strip() + "\n```";
    }
}

package dmvpn.dsl.ide.hover;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.model.CloudDeclaration;
import dmvpn.dsl.model.JoinClause;
import dmvpn.dsl.model.TransportDeclaration;
import dmvpn.dsl.validation.Analysis;
import dmvpn.network.CompiledNetwork;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;

/**
 * What the word at a position means: the declaration behind a name; for a word of the language its meaning, the unit of
 * its value, the value that is in effect with where it comes from, and the source.
 */
public final class HoverService {

    private static final String JOIN = "join";

    private final EObjectAtOffsetHelper elementAtOffset;
    private final LanguageDocumentation documentation = new LanguageDocumentation();

    /** Created by the language's injector. */
    @Inject
    public HoverService(EObjectAtOffsetHelper elementAtOffset) {
        this.elementAtOffset = elementAtOffset;
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
        EObject declared = elementAtOffset.resolveCrossReferencedElementAt(document.resource(), offset);
        ICompositeNode declaration = declared == null ? null : NodeModelUtils.getNode(declared);
        Optional<String> text = declaration != null
                ? Optional.of(code(declaration.getText()))
                : keyword(leaf).flatMap(word -> keyword(document, leaf, word));
        return text.map(value -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, value),
                document.lines().range(leaf.getOffset(), leaf.getLength())));
    }

    /** The word of the language at a place; of a value, the word in front of it. */
    private static Optional<String> keyword(ILeafNode leaf) {
        if (leaf.getGrammarElement() instanceof Keyword keyword) {
            return Optional.of(keyword.getValue());
        }
        ILeafNode before = leaf;
        do {
            before = NodeModelUtils.findLeafNodeAtOffset(leaf.getRootNode(), before.getTotalOffset() - 1);
        } while (before != null && before.isHidden());
        return before != null && before.getGrammarElement() instanceof Keyword keyword
                ? Optional.of(keyword.getValue()) : Optional.empty();
    }

    private Optional<String> keyword(ModelDocument document, ILeafNode leaf, String keyword) {
        return documentation.ofKeyword(keyword).map(meaning -> {
            StringBuilder text = new StringBuilder("**" + keyword + "**: " + meaning);
            documentation.unitOf(keyword).ifPresent(unit -> text.append("\n\nValue: ").append(unit));
            text.append(effective(document, NodeModelUtils.findActualSemanticObjectFor(leaf), keyword));
            documentation.sourceOf(keyword).ifPresent(source -> text.append("\n\nSource: ").append(source));
            return text.toString();
        });
    }

    private static String effective(ModelDocument document, EObject owner, String keyword) {
        CompiledNetwork network = Analysis.of(document.resource()).network();
        EffectiveTunnels tunnels = new EffectiveTunnels(network, document.resource().model());
        JoinClause join = EcoreUtil2.getContainerOfType(owner, JoinClause.class);
        if (join != null && keyword.equals(JOIN)) {
            return table(tunnels, join);
        }
        Optional<TunnelSetting> setting = TunnelSetting.named(keyword);
        if (join != null) {
            return list(setting.map(each -> tunnels.of(join, each)).orElse(List.of()));
        }
        if (owner instanceof CloudDeclaration cloud) {
            return list(setting.map(each -> tunnels.of(cloud, each)).orElse(List.of()));
        }
        return owner instanceof TransportDeclaration transport
                ? list(new EffectiveTransports(network).of(transport, keyword)) : "";
    }

    private static String list(List<EffectiveValue> values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(text.isEmpty() ? "\n\nIn effect: " : "; ")
                .append('`').append(value.value()).append("` (").append(value.reason()).append(')'));
        return text.toString();
    }

    private static String table(EffectiveTunnels tunnels, JoinClause join) {
        StringBuilder rows = new StringBuilder();
        for (String keyword : TunnelSetting.keywords()) {
            List<EffectiveValue> values = TunnelSetting.named(keyword).map(each -> tunnels.of(join, each)).orElse(List.of());
            values.forEach(value -> rows.append("\n| ").append(keyword).append(" | ").append(value.value()).append(" | ")
                    .append(value.reason()).append(" |"));
        }
        return rows.isEmpty() ? "" : "\n\n| setting | in effect | from |\n|---|---|---|" + rows;
    }

    private static String code(String declaration) {
        return "```dmvpn\n" + declaration.strip() + "\n```";
    }
}

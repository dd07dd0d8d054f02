package dmvpn.dsl.ide.hover;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;

/** What the word at a position means: the language's own words, and the declaration behind a name. */
public final class HoverService {

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
        Optional<String> text = declared != null && declared.eResource() == document.resource()
                ? Optional.ofNullable(NodeModelUtils.getNode(declared)).map(node -> code(node.getText()))
                : keyword(leaf);
        return text.map(value -> new Hover(new MarkupContent(MarkupKind.MARKDOWN, value),
                document.lines().range(leaf.getOffset(), leaf.getLength())));
    }

    private Optional<String> keyword(ILeafNode leaf) {
        return leaf.getGrammarElement() instanceof Keyword keyword
                ? documentation.ofKeyword(keyword.getValue()).map(text -> "**" + keyword.getValue() + "**: " + text)
                : Optional.empty();
    }

    private static String code(String declaration) {
        return "```dmvpn\n" + declaration.strip() + "\n```";
    }
}

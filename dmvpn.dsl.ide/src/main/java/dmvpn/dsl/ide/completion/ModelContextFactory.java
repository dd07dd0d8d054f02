package dmvpn.dsl.ide.completion;

import com.google.inject.Inject;
import dmvpn.dsl.parts.ModelPart;
import dmvpn.dsl.parts.ModelRootNode;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.ide.editor.contentassist.antlr.LeafNodeFinder;
import org.eclipse.xtext.ide.editor.partialEditing.IPartialEditingContentAssistParser;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Finds what stands around a place as Xtext does, but looks in the part of the file that the place is in, where Xtext asks one
 * element of the file after the other where it is.
 */
public final class ModelContextFactory extends ContentAssistContextFactory {

    private final GrammarOrder order;

    /** Created by the language's injector. */
    @Inject
    ModelContextFactory(GrammarOrder order) {
        this.order = order;
    }

    @Override
    protected void initializeNodeAndModelData() {
        rootNode = parseResult.getRootNode();
        if (parser instanceof IPartialEditingContentAssistParser partial) {
            partial.initializeFor(resource.getEntryPoint());
        }
        lastCompleteNode = leaf(completionOffset, true).map(INode.class::cast).orElse(rootNode);
        currentNode = leaf(completionOffset, false).map(INode.class::cast).orElse(lastCompleteNode);
        lastVisibleNode = getLastCompleteNodeByOffset(rootNode, completionOffset);
        datatypeNode = getContainingDatatypeRuleNode(lastCompleteNode);
        currentModel = NodeModelUtils.findActualSemanticObjectFor(lastVisibleNode);
    }

    /** The leaf that ends at the place or around it, or the one that begins there or before it. */
    private Optional<ILeafNode> leaf(int offset, boolean leading) {
        LeafNodeFinder finder = new LeafNodeFinder(offset, leading);
        ILeafNode found = partBefore(leading ? offset : offset + 1).map(part -> finder.searchIn(part.node())).orElse(null);
        return Optional.ofNullable(found != null ? found : finder.searchIn(rootNode));
    }

    private Optional<ModelPart> partBefore(int offset) {
        return rootNode instanceof ModelRootNode root ? root.lastPartBefore(offset) : Optional.empty();
    }

    @Override
    protected INode getLastCompleteNodeByOffset(INode node, int offset) {
        INode child = partBefore(offset).map(ModelPart::node).orElse(rootNode.getLastChild());
        return lastComplete(rootNode, child, offset);
    }

    /**
     * The last word that begins before a place.
     *
     * @param parent what is answered when there is none
     * @param last where to begin among the children of the parent, null for nowhere
     */
    private static INode lastComplete(INode parent, INode last, int offset) {
        for (INode child = last; child != null; child = child.getPreviousSibling()) {
            if (child.getOffset() < offset) {
                if (child instanceof ICompositeNode composite) {
                    return lastComplete(composite, composite.getLastChild(), offset);
                }
                if (isWord(child)) {
                    return child;
                }
            }
        }
        return parent;
    }

    /** False for blanks and comments. */
    private static boolean isWord(INode leaf) {
        EObject grammar = leaf.getGrammarElement();
        return grammar == null || grammar instanceof AbstractElement || grammar instanceof ParserRule;
    }

    /**
     * The text of the file, not of what the parser is given to read: there, other parts of the file are blank, and Xtext would
     * take all that is between a word and the place for a part of the word.
     */
    @Override
    public String getNodeTextUpToCompletionOffset(INode word) {
        String text = word.getText();
        return text.substring(0, Math.min(text.length(), Math.max(0, completionOffset - word.getOffset())));
    }

    @Override
    protected boolean canBeCalledAfter(AbstractRule rule, EObject previous, String text, EObject next) {
        // Only a word that the parser could make nothing of is told by its text.
        return previous == null ? super.canBeCalledAfter(rule, null, text, next)
                : order.allows(rule, previous, next, () -> super.canBeCalledAfter(rule, previous, text, next));
    }
}

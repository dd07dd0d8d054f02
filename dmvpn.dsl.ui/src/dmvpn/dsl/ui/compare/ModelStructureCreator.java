package dmvpn.dsl.ui.compare;

import java.util.List;
import org.eclipse.compare.ISharedDocumentAdapter;
import org.eclipse.compare.contentmergeviewer.IDocumentRange;
import org.eclipse.compare.structuremergeviewer.DocumentRangeNode;
import org.eclipse.compare.structuremergeviewer.IStructureComparator;
import org.eclipse.compare.structuremergeviewer.StructureCreator;
import org.eclipse.compare.structuremergeviewer.StructureRootNode;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;

/** Compares models by their elements and the lines of their blocks, wherever these stand in the text. */
public final class ModelStructureCreator extends StructureCreator {

    /** Created by the platform. */
    public ModelStructureCreator() {
        // Nothing to prepare.
    }

    @Override
    public String getName() {
        return "DMVPN Model Structure Compare";
    }

    @Override
    protected IStructureComparator createStructureComparator(Object input, IDocument document, ISharedDocumentAdapter adapter,
            IProgressMonitor monitor) {
        StructureRootNode root = new StructureRootNode(document, input, this, adapter);
        addNodes(root, ModelElements.of(document.get()), document);
        return root;
    }

    private static void addNodes(DocumentRangeNode parent, List<ModelElements.Part> parts, IDocument document) {
        for (ModelElements.Part part : parts) {
            ElementNode node = new ElementNode(parent, part, document);
            parent.addChild(node);
            addNodes(node, part.parts(), document);
        }
    }

    @Override
    public String getContents(Object node, boolean ignoreWhitespace) {
        if (!(node instanceof IDocumentRange range)) {
            return null;
        }
        Position position = range.getRange();
        try {
            String text = range.getDocument().get(position.getOffset(), position.getLength());
            return ignoreWhitespace ? text.replaceAll("\\s+", " ").strip() : text;
        } catch (BadLocationException changedMeanwhile) {
            return null;
        }
    }
}

package dmvpn.dsl.ide.selection;

import dmvpn.dsl.ide.document.ModelDocument;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;

/** What encloses a position: the word, its clause, the block, the element, the document. */
public final class SelectionService {

    /** For each position the smallest range at it, with the larger ones as its parents. */
    public List<SelectionRange> ranges(ModelDocument document, List<Position> positions) {
        return positions.stream().map(position -> range(document, document.lines().offset(position))).toList();
    }

    private static SelectionRange range(ModelDocument document, int offset) {
        SelectionRange range = null;
        for (ITextRegion region : enclosing(document, offset).reversed()) {
            range = new SelectionRange(document.lines().range(region.getOffset(), region.getLength()), range);
        }
        return range;
    }

    /** The regions around an offset, each larger than the one before; the last is the document. */
    private static List<ITextRegion> enclosing(ModelDocument document, int offset) {
        List<ITextRegion> regions = new ArrayList<>();
        IParseResult parsed = document.resource().getParseResult();
        INode node = parsed == null ? null : word(parsed.getRootNode(), offset);
        while (node != null && node.getParent() != null) {
            add(regions, node.getTextRegion(), offset);
            node = node.getParent();
        }
        add(regions, new TextRegion(0, document.text().length()), offset);
        return regions;
    }

    private static void add(List<ITextRegion> regions, ITextRegion region, int offset) {
        boolean around = region.getOffset() <= offset && offset <= region.getOffset() + region.getLength();
        boolean larger = regions.isEmpty()
                || region.contains(regions.getLast()) && region.getLength() > regions.getLast().getLength();
        if (around && larger) {
            regions.add(region);
        }
    }

    /** The word at an offset, or the one that ends there. */
    private static INode word(ICompositeNode root, int offset) {
        ILeafNode at = NodeModelUtils.findLeafNodeAtOffset(root, offset);
        if (at != null && !at.getText().isBlank() || offset == 0) {
            return at;
        }
        ILeafNode before = NodeModelUtils.findLeafNodeAtOffset(root, offset - 1);
        if (before != null && !before.getText().isBlank()) {
            return before;
        }
        return at == null ? null : at.getParent(); // space alone is nothing to select
    }
}

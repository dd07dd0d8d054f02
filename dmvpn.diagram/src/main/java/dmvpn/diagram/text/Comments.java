package dmvpn.diagram.text;

import dmvpn.dsl.ide.document.ElementText.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;

/** The comments of a text. */
final class Comments {

    private Comments() {
    }

    /** All of them in their order, but for those in some pieces. */
    static List<String> of(ICompositeNode root, List<Span> without) {
        List<String> comments = new ArrayList<>();
        for (ILeafNode leaf : root.getLeafNodes()) {
            if (leaf.isHidden() && leaf.getText().strip().startsWith("/") && without.stream()
                    .noneMatch(span -> span.start() <= leaf.getOffset() && leaf.getOffset() < span.end())) {
                comments.add(leaf.getText().strip());
            }
        }
        return comments;
    }
}

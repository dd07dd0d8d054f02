package dmvpn.dsl.ui.compare;

import dmvpn.dsl.ui.images.BundleImages;
import org.eclipse.compare.ITypedElement;
import org.eclipse.compare.structuremergeviewer.DocumentRangeNode;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.graphics.Image;

/** An element of a model, or a line of its block, in a comparison. */
final class ElementNode extends DocumentRangeNode implements ITypedElement {

    private static final int ELEMENT = 1;

    private final ModelElements.Part part;

    ElementNode(DocumentRangeNode parent, ModelElements.Part part, IDocument document) {
        super(parent, ELEMENT, part.id(), document, part.start(), part.end() - part.start());
        this.part = part;
    }

    @Override
    public String getName() {
        return part.id();
    }

    @Override
    public Image getImage() {
        return BundleImages.of(switch (part.word()) {
            case "network", "transport", "crypto", "cloud", "hub", "spoke", "scenario" -> part.word();
            default -> "part";
        });
    }

    @Override
    public String getType() {
        return "dmvpn";
    }
}

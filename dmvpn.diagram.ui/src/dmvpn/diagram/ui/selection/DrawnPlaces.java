package dmvpn.diagram.ui.selection;

import dmvpn.app.diagram.DrawnText;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.model.NamedElement;
import dmvpn.dsl.resource.DmvpnResource;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * Where the text says what is drawn, and what is drawn of a place of the text. While the diagram does not show the text as it
 * stands, nothing is known.
 */
public final class DrawnPlaces {

    private static final String NAME = "name";

    private final IDocument document;
    private final DrawnText drawn;

    /** Follows a text and its drawing. */
    public DrawnPlaces(IDocument document, DrawnText drawn) {
        this.document = document;
        this.drawn = drawn;
    }

    /** All that the text says of an element; empty for what another file declares. */
    Optional<IRegion> whole(String id) {
        return declaration(id).map(NodeModelUtils::findActualNodeFor).map(DrawnPlaces::region);
    }

    /** The name of an element, or the clause that it is. */
    Optional<IRegion> name(String id) {
        return declaration(id).flatMap(element -> {
            EStructuralFeature feature = element instanceof NamedElement ? element.eClass().getEStructuralFeature(NAME) : null;
            List<INode> names = feature == null ? List.of() : NodeModelUtils.findNodesForFeature(element, feature);
            INode node = names.isEmpty() ? NodeModelUtils.findActualNodeFor(element) : names.getFirst();
            return Optional.ofNullable(node).map(DrawnPlaces::region);
        });
    }

    /** False for what is in the diagram no more. */
    boolean isDrawn(String id) {
        return drawn.shown().drawn().filter(model -> model.ids().contains(id)
                || model.diagram().connections().stream().anyMatch(line -> line.id().equals(id))).isPresent();
    }

    private static IRegion region(INode node) {
        return new Region(node.getOffset(), node.getLength());
    }

    /** What declares an element in this text; empty for what another file declares. */
    public Optional<EObject> declaration(String id) {
        return model().flatMap(model -> model.element(id).or(() -> Optional.ofNullable(model.members().get(id))))
                .filter(element -> element.eResource() == resource().orElse(null));
    }

    private Optional<DrawnModel> model() {
        DrawnText.Shown shown = drawn.shown();
        return shown.text().equals(document.get()) ? shown.drawn() : Optional.empty();
    }

    private Optional<DmvpnResource> resource() {
        return drawn.shown().loaded().flatMap(LoadedModel::resource);
    }

    /** What is drawn of the innermost element or clause at an offset. */
    public Optional<String> at(int offset) {
        return model().flatMap(model -> {
            ICompositeNode root = resource().map(DmvpnResource::model).map(NodeModelUtils::getNode).orElse(null);
            ILeafNode leaf = root == null ? null : NodeModelUtils.findLeafNodeAtOffset(root, offset);
            EObject element = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
            for (; element != null; element = element.eContainer()) {
                Optional<String> id = model.idOf(element);
                if (id.isPresent()) {
                    return id;
                }
            }
            return Optional.empty();
        });
    }
}

package dmvpn.dsl.compile;

import dmvpn.dsl.scenario.SweepVariable;
import dmvpn.network.device.Device;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** How a statement is written, with the variables of sweeps replaced by the routers that they stand for. */
final class StatementText {

    /** Pieces of the text in order: text, and variables. */
    private final List<Object> pieces = new ArrayList<>(1);

    private record Place(int offset, int endOffset, SweepVariable variable) {
    }

    private StatementText(EObject written) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(written);
        List<Place> places = new ArrayList<>(0);
        addVariables(written, places);
        places.sort((first, second) -> Integer.compare(first.offset(), second.offset()));
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (INode leaf : node.getLeafNodes()) {
            Place place = next < places.size() && leaf.getOffset() == places.get(next).offset() && leaf.getLength() > 0
                    ? places.get(next) : null;
            if (place != null) {
                pieces.add(flat(text));
                pieces.add(place.variable());
                text = new StringBuilder();
                next++;
            } else {
                text.append(isHidden(leaf) ? " " : leaf.getText());
            }
        }
        pieces.add(flat(text));
    }

    private static boolean isHidden(INode leaf) {
        return leaf instanceof org.eclipse.xtext.nodemodel.ILeafNode token && token.isHidden();
    }

    private static String flat(StringBuilder text) {
        return text.toString().replaceAll("\\s+", " ");
    }

    private static void addVariables(EObject object, List<Place> places) {
        for (EReference reference : object.eClass().getEAllReferences()) {
            if (!reference.isContainment() && !reference.isMany() && object.eGet(reference, false) instanceof SweepVariable variable) {
                for (INode node : NodeModelUtils.findNodesForFeature(object, reference)) {
                    places.add(new Place(node.getOffset(), node.getEndOffset(), variable));
                }
            }
        }
        object.eContents().forEach(child -> addVariables(child, places));
    }

    /** The text of an element. */
    static StatementText of(EObject written) {
        return new StatementText(written);
    }

    /** The text in one round: blanks and comments reduced to single blanks. */
    String in(Bindings bindings) {
        StringBuilder text = new StringBuilder();
        for (Object piece : pieces) {
            text.append(piece instanceof SweepVariable variable
                    ? bindings.of(variable).map(Device::reference).orElse(variable.getName()) : piece);
        }
        return text.toString().strip();
    }
}

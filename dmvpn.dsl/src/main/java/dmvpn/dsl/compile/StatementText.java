package dmvpn.dsl.compile;

import dmvpn.dsl.scenario.SweepVariable;
import dmvpn.network.device.Device;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** How a statement is written, with the variables of sweeps replaced by the routers that they stand for. */
final class StatementText {

    /** Pieces of the text in order: text, and variables. */
    private final List<Object> pieces = new ArrayList<>(1);

    private record Place(int offset, SweepVariable variable) {
    }

    private StatementText(EObject written) {
        ICompositeNode node = NodeModelUtils.findActualNodeFor(written);
        List<Place> places = new ArrayList<>(0);
        addVariables(written, places);
        places.sort((first, second) -> Integer.compare(first.offset(), second.offset()));
        StringBuilder text = new StringBuilder();
        int next = 0;
        String before = null;
        boolean apart = false;
        for (ILeafNode leaf : node.getLeafNodes()) {
            if (leaf.isHidden()) {
                apart = true;
            } else if (leaf.getLength() > 0) {
                text.append(before == null ? "" : between(before, leaf.getText(), apart));
                before = leaf.getText();
                apart = false;
                if (next < places.size() && leaf.getOffset() == places.get(next).offset()) {
                    pieces.add(text.toString());
                    pieces.add(places.get(next++).variable());
                    text = new StringBuilder();
                } else {
                    text.append(before.replaceAll("\\s+", " "));
                }
            }
        }
        pieces.add(text.toString());
    }

    /** What stands between two tokens, whatever the layout: the same words are the same text. */
    private static String between(String before, String after, boolean apart) {
        if (",".equals(after) || "[".equals(after) || "]".equals(after) || "[".equals(before)) {
            return "";
        }
        return apart || ",".equals(before) || endsItself(before) || endsItself(after) ? " " : "";
    }

    /** Tokens that need no blank, so that one may or may not be written. */
    private static boolean endsItself(String token) {
        return token.startsWith("\"") || token.equals("{") || token.equals("}");
    }

    private static void addVariables(EObject object, List<Place> places) {
        for (EReference reference : object.eClass().getEAllReferences()) {
            if (!reference.isContainment() && !reference.isMany() && object.eGet(reference, false) instanceof SweepVariable variable) {
                for (INode node : NodeModelUtils.findNodesForFeature(object, reference)) {
                    places.add(new Place(node.getOffset(), variable));
                }
            }
        }
        object.eContents().forEach(child -> addVariables(child, places));
    }

    /** The text of an element. */
    static StatementText of(EObject written) {
        return new StatementText(written);
    }

    /** The text in one round: single blanks where the layout or a comment may have more. */
    String in(Bindings bindings) {
        StringBuilder text = new StringBuilder();
        for (Object piece : pieces) {
            text.append(piece instanceof SweepVariable variable
                    ? bindings.of(variable).map(Device::reference).orElse(variable.getName()) : piece);
        }
        return text.toString();
    }
}

package dmvpn.sim.ui.packet;

import dmvpn.app.packet.ShownPacket;
import dmvpn.sim.packet.codec.EncodedField;
import java.util.IdentityHashMap;
import java.util.Map;
import org.eclipse.jface.viewers.ITreeContentProvider;

/**
 * The fields of a packet as a tree. Fields are looked at by themselves: two of the same name, place and value, such as empty groups, are two.
 */
final class PacketFields implements ITreeContentProvider {

    /** A field with its place in the tree. */
    record Node(EncodedField field, Node parent) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Node node && node.field == field;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(field);
        }
    }

    private final Map<EncodedField, Node> nodes = new IdentityHashMap<>();

    /** The node of a field of the packet that is shown. */
    Node node(EncodedField field) {
        return nodes.get(field);
    }

    @Override
    public Object[] getElements(Object input) {
        nodes.clear();
        ShownPacket packet = (ShownPacket) input;
        packet.encoded().layers().forEach(layer -> collect(layer, null));
        return packet.encoded().layers().stream().map(nodes::get).toArray();
    }

    private void collect(EncodedField field, Node parent) {
        Node node = new Node(field, parent);
        nodes.put(field, node);
        field.parts().forEach(part -> collect(part, node));
    }

    @Override
    public Object[] getChildren(Object element) {
        return ((Node) element).field().parts().stream().map(nodes::get).toArray();
    }

    @Override
    public Object getParent(Object element) {
        return ((Node) element).parent();
    }

    @Override
    public boolean hasChildren(Object element) {
        return !((Node) element).field().parts().isEmpty();
    }
}

package dmvpn.app.debug;

import dmvpn.app.debug.value.DebugVariable;
import dmvpn.network.origin.Origin;
import java.util.List;

/**
 * A layer of the event in hand: the event itself on top, then the layers of the packet from the inside out.
 *
 * @param name what the layer is, such as {@code NHRP Registration Request}
 * @param origin the element of the model that configured it
 * @param variables its fields
 */
public record DebugLayer(String name, Origin origin, List<DebugVariable> variables) {

    /** Keeps an immutable copy of the list. */
    public DebugLayer {
        variables = List.copyOf(variables);
    }
}

package dmvpn.diagram.glsp;

import java.util.List;
import org.eclipse.glsp.server.operations.Operation;

/** Arranges some elements by what connects them. Read from JSON. */
public final class ArrangeSelectionOperation extends Operation {

    static final String KIND = "dmvpn.arrangeSelection";

    private List<String> elements;

    /** Filled by the framework. */
    public ArrangeSelectionOperation() {
        super(KIND);
    }

    List<String> elements() {
        return elements;
    }
}

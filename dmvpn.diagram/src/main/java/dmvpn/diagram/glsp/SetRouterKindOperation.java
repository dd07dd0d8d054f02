package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.operations.Operation;

/** Makes a spoke a hub, or a hub a spoke. Read from JSON. */
public final class SetRouterKindOperation extends Operation {

    static final String KIND = "dmvpn.setRouterKind";

    private String router;
    private boolean isHub;

    /** Filled by the framework. */
    public SetRouterKindOperation() {
        super(KIND);
    }

    String router() {
        return router;
    }

    /** True when the router is to be a hub. */
    boolean isHub() {
        return isHub;
    }
}

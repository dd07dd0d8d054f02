package dmvpn.diagram.glsp;

import org.eclipse.glsp.server.actions.RequestAction;

/** Asks for the commands of the menus. Read from JSON. */
public final class RequestCommandsAction extends RequestAction<CommandsAction> {

    static final String KIND = "dmvpn.requestCommands";

    /** Filled by the framework. */
    public RequestCommandsAction() {
        super(KIND);
    }
}

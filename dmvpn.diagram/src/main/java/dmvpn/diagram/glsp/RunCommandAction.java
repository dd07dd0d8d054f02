package dmvpn.diagram.glsp;

import java.util.Map;
import org.eclipse.glsp.server.actions.Action;

/** Asks for a command of a menu to be run. Read from JSON. */
public final class RunCommandAction extends Action {

    static final String KIND = "dmvpn.runCommand";

    private String command;
    private String element;
    private Map<String, String> options;

    /** Filled by the framework. */
    public RunCommandAction() {
        super(KIND);
    }

    String command() {
        return command;
    }

    String element() {
        return element == null ? "" : element;
    }

    Map<String, String> options() {
        return options == null ? Map.of() : Map.copyOf(options);
    }
}

package dmvpn.sim.ui.view;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.help.IWorkbenchHelpSystem;

/** What F1 tells about in views and pages of simulations. The texts are in {@code help/contexts.xml}, where any help system finds them. */
public enum ViewHelp {

    /** The table of events. */
    TIMELINE("timeline", "ide.md#events-in-time"),
    /** The chart of events. */
    SEQUENCE_CHART("sequenceChart", "ide.md#the-sequence-chart"),
    /** The bytes of a packet. */
    PACKET("packet", "ide.md#views-of-an-instant"),
    /** The tables of a router. */
    ROUTER_TABLES("routerTables", "ide.md#views-of-an-instant"),
    /** The verdicts. */
    EXPECTATIONS("expectations", "ide.md#views-of-an-instant"),
    /** The messages of a conversation. */
    CONVERSATION("conversation", "ide.md#views-of-an-instant"),
    /** The four layers. */
    DIAGNOSIS("diagnosis", "ide.md#views-of-an-instant"),
    /** The page of the preferences. */
    SIMULATION("simulation", "ide.md#running"),
    /** The pages of launches. */
    LAUNCH("launch", "ide.md#running");

    private static final String BUNDLE = "dmvpn.sim.ui.";
    private static final String SHOW = "dmvpn.dsl.ui.help.show(dmvpn.dsl.ui.help.show.page=%s)";

    private final String id;
    private final String page;

    ViewHelp(String name, String page) {
        this.id = BUNDLE + name;
        this.page = page;
    }

    /** F1 in a control, and in all inside of it, tells about this. */
    public void on(Control control) {
        IWorkbenchHelpSystem system = PlatformUI.getWorkbench().getHelpSystem();
        system.setHelp(control, id);
        if (!system.hasHelpUI()) {
            // A plain platform knows the texts, and has nothing to show them with.
            control.addHelpListener(event -> show());
        }
    }

    private void show() {
        try {
            ParameterizedCommand command = PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(SHOW.formatted(page));
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException failure) {
            ILog.of(ViewHelp.class).error("The help on " + page + " cannot be shown", failure);
        }
    }
}

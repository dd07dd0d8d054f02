package dmvpn.sim.ui.events;

import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.cursor.TimeCursor;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/** What can be done with the event under the time cursor. */
public final class EventMenu {

    private static final String ADD_BREAKPOINT = "dmvpn.sim.ui.addBreakpoint";

    private EventMenu() {
    }

    /**
     * Fills a context menu.
     *
     * @param opener shows the line of the model that an event comes from
     * @param filter sets the filter of the view
     */
    public static void fill(IMenuManager menu, IWorkbenchPartSite site, TimeCursor cursor, Consumer<RecordedEvent> opener,
            Consumer<String> filter) {
        Optional<RecordedEvent> event = EventWords.event(cursor.place());
        if (event.isEmpty()) {
            return;
        }
        RecordedEvent here = event.get();
        IAction line = action("Show Model Line", () -> opener.accept(here));
        line.setEnabled(here.origin().isKnown());
        menu.add(line);
        IAction cause = action("Go to Cause", () -> cursor.moveTo(here.causeIndex()));
        cause.setEnabled(here.causeIndex() != RecordedEvent.NO_CAUSE);
        menu.add(cause);
        addRun(menu, cursor);
        menu.add(action("Set Breakpoint on Such Events", () -> addBreakpoint(site, breakpoint(here, cursor))));
        menu.add(new Separator());
        menu.add(action("Show " + here.nodeName() + " Only", () -> filter.accept("router:" + here.nodeName())));
        menu.add(action("Show " + here.protocol() + " Only", () -> filter.accept("protocol:" + here.protocol())));
        menu.add(action("Show All", () -> filter.accept("")));
        menu.add(new Separator());
    }

    /** The debugger stands where the cursor stands. */
    private static void addRun(IMenuManager menu, TimeCursor cursor) {
        if (cursor.place().simulation().orElse(null) instanceof SimulationDebugTarget target && !target.isTerminated()) {
            menu.add(action("Step from Here", target::stepInto));
            menu.add(action("Resume from Here", target::resume));
            menu.add(action("Reverse Resume from Here", target::reverse));
        }
    }

    private static IAction action(String name, Runnable task) {
        return new Action(name) {
            @Override
            public void run() {
                task.run();
            }
        };
    }

    /** A breakpoint as one writes it: the protocol, the message, and the router, which a host is not. */
    private static String breakpoint(RecordedEvent event, TimeCursor cursor) {
        boolean isRouter = cursor.place().simulation().filter(simulation ->
                simulation.session().routers().stream().anyMatch(router -> router.node() == event.node())).isPresent();
        return "event " + event.protocol() + " \"" + event.message() + "\"" + (isRouter ? " of " + event.nodeName() : "");
    }

    private static void addBreakpoint(IWorkbenchPartSite site, String text) {
        try {
            site.getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(
                    site.getService(ICommandService.class).getCommand(ADD_BREAKPOINT), Map.of(ADD_BREAKPOINT + ".text", text)), null);
        } catch (CommandException refused) {
            StatusManager.getManager().handle(new Status(Status.WARNING, EventMenu.class, refused.getMessage()), StatusManager.SHOW);
        }
    }
}

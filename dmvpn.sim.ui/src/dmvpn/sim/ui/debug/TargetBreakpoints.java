package dmvpn.sim.ui.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.breakpoint.Breakpoint;
import dmvpn.app.debug.watch.WatchException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IMarkerDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointListener;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.IBreakpointManagerListener;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.ui.statushandlers.StatusManager;

/** The breakpoints of the workspace in one debugged simulation. */
final class TargetBreakpoints implements IBreakpointListener, IBreakpointManagerListener {

    private final Debugger debugger;
    private final Path model;
    private final StartedLines started;
    private final Consumer<String> teller;
    private final Map<IBreakpoint, Integer> numbers = new HashMap<>();
    /** Why a breakpoint is none of this run: people are told once, not at each step. */
    private final Map<IBreakpoint, String> refused = new HashMap<>();

    /**
     * None yet.
     *
     * @param teller told, line by line, what has to be known of breakpoints that nobody is just setting
     */
    TargetBreakpoints(Debugger debugger, Path model, StartedLines started, Consumer<String> teller) {
        this.debugger = debugger;
        this.model = model;
        this.started = started;
        this.teller = teller;
    }

    private static IBreakpointManager manager() {
        return DebugPlugin.getDefault().getBreakpointManager();
    }

    /**
     * Takes in those of the workspace, and what becomes of them. Some may be of other models: what means nothing here is no news for
     * who launches something. Those that a branch has of the run that it left give way to them.
     */
    void open() {
        debugger.breakpoints().all().forEach(former -> debugger.breakpoints().remove(former.number()));
        manager().addBreakpointListener(this);
        manager().addBreakpointManagerListener(this);
        takeAll(teller);
    }

    private synchronized void takeAll(Consumer<String> told) {
        for (IBreakpoint breakpoint : manager().getBreakpoints(SimulationDebugTarget.MODEL_ID)) {
            take(breakpoint, told);
        }
    }

    private static void warn(String sentence) {
        StatusManager.getManager().handle(new Status(Status.WARNING, TargetBreakpoints.class, sentence), StatusManager.SHOW);
    }

    void close() {
        manager().removeBreakpointListener(this);
        manager().removeBreakpointManagerListener(this);
    }

    /** The breakpoint of the workspace that has a number in the run. */
    synchronized Optional<IBreakpoint> of(int number) {
        return numbers.entrySet().stream().filter(entry -> entry.getValue() == number).map(Map.Entry::getKey).findFirst();
    }

    @Override
    public synchronized void breakpointAdded(IBreakpoint breakpoint) {
        take(breakpoint, TargetBreakpoints::warn);
    }

    /** @param told why it means nothing here */
    private void take(IBreakpoint breakpoint, Consumer<String> told) {
        if (!(breakpoint instanceof SimulationBreakpoint ours) || numbers.containsKey(breakpoint)) {
            return;
        }
        try {
            numbers.put(breakpoint, debugger.breakpoints().add(said(ours), debugger.scope()).number());
            refused.remove(breakpoint);
        } catch (StartedLines.WrittenSince edited) {
            refuse(ours, edited, teller); // who edits a model says nothing of breakpoints
        } catch (RequestException | WatchException wrong) {
            refuse(ours, wrong, told);
        } catch (CoreException gone) {
            // its marker was deleted meanwhile
        }
    }

    private void refuse(SimulationBreakpoint breakpoint, Exception reason, Consumer<String> told) {
        if (reason.getMessage().equals(refused.put(breakpoint, reason.getMessage()))) {
            return;
        }
        try {
            told.accept("The breakpoint '" + breakpoint.title() + "' stops nothing in " + model.getFileName() + ": " + reason.getMessage());
        } catch (CoreException gone) {
            // its marker was deleted meanwhile
        }
    }

    @Override
    public synchronized void breakpointRemoved(IBreakpoint breakpoint, IMarkerDelta delta) {
        refused.remove(breakpoint);
        Integer number = numbers.remove(breakpoint);
        if (number != null) {
            debugger.breakpoints().remove(number);
        }
    }

    @Override
    public synchronized void breakpointChanged(IBreakpoint breakpoint, IMarkerDelta delta) {
        Integer number = numbers.get(breakpoint);
        if (number == null || !(breakpoint instanceof SimulationBreakpoint ours)) {
            breakpointAdded(breakpoint);
            return;
        }
        try {
            debugger.breakpoints().replace(number, said(ours), debugger.scope());
        } catch (RequestException | WatchException | StartedLines.WrittenSince | CoreException wrong) {
            breakpointRemoved(breakpoint, delta);
            breakpointAdded(breakpoint); // which says what is wrong
        }
    }

    /** Takes in what was said of breakpoints a moment ago: the workspace tells of it only after a while. */
    synchronized void catchUp() {
        takeAll(TargetBreakpoints::warn);
        for (IBreakpoint breakpoint : numbers.keySet().toArray(IBreakpoint[]::new)) {
            if (breakpoint.getMarker() == null || !breakpoint.getMarker().exists()) {
                breakpointRemoved(breakpoint, null);
            } else if (isOld(breakpoint)) {
                breakpointChanged(breakpoint, null);
            }
        }
    }

    private boolean isOld(IBreakpoint breakpoint) {
        try {
            Breakpoint said = said((SimulationBreakpoint) breakpoint);
            int number = numbers.get(breakpoint);
            return debugger.breakpoints().all().stream().noneMatch(each -> each.number() == number && each.breakpoint().equals(said));
        } catch (RequestException | StartedLines.WrittenSince | CoreException meansNothing) {
            return true;
        }
    }

    private Breakpoint said(SimulationBreakpoint breakpoint) throws RequestException, StartedLines.WrittenSince, CoreException {
        Breakpoint written = breakpoint.breakpoint(model);
        Breakpoint said = breakpoint instanceof ModelLineBreakpoint ofLine ? written.on(started.of(ofLine)) : written;
        return said.enabled(said.enabled() && manager().isEnabled()); // "Skip All Breakpoints" switches all off
    }

    @Override
    public synchronized void breakpointManagerEnablementChanged(boolean enabled) {
        for (IBreakpoint breakpoint : numbers.keySet().toArray(IBreakpoint[]::new)) {
            breakpointChanged(breakpoint, null);
        }
    }
}

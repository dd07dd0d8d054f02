package dmvpn.ui.tests.driver;

import dmvpn.app.debug.DebugSession;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.ui.debug.SimulationDebugTarget;
import dmvpn.sim.ui.launch.SimulationLaunchShortcut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IStackFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IValue;
import org.eclipse.debug.core.model.IVariable;
import org.eclipse.jface.viewers.StructuredSelection;

/** Launches of models, and steps in those that are debugged. Not to be called on the UI thread. */
public final class Simulations {

    private static final int DELAY_OF_THE_DEBUG_VIEW_MILLIS = 700;
    private static final int MOST_STEPS = 500;

    private Simulations() {
    }

    /** Launches a model as {@code Run As} and {@code Debug As} do. */
    public static void launch(IFile model, String mode) {
        Ui.run(() -> new SimulationLaunchShortcut().launch(new StructuredSelection(model), mode));
    }

    /** The launch, once it has something that runs. */
    public static ILaunch waitForLaunch() {
        return Ui.waitFor("the launch", () -> Arrays.stream(launches())
                .filter(launch -> launch.getDebugTarget() != null || launch.getProcesses().length > 0)
                .findFirst());
    }

    private static ILaunch[] launches() {
        return DebugPlugin.getDefault().getLaunchManager().getLaunches();
    }

    /** Debugs a model; it stands before its first event. */
    public static SimulationDebugTarget debug(IFile model) {
        List<ILaunch> before = List.of(launches());
        launch(model, ILaunchManager.DEBUG_MODE);
        return Ui.waitFor("the debugged simulation", () -> Arrays.stream(launches()).filter(launch -> !before.contains(launch))
                .map(ILaunch::getDebugTarget).filter(SimulationDebugTarget.class::isInstance).map(SimulationDebugTarget.class::cast).findFirst());
    }

    /** Ends all launches, and waits until no view speaks of them any more. */
    public static void endAll() throws Exception {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        for (ILaunch launch : manager.getLaunches()) {
            launch.terminate();
            Ui.waitUntil("the launch to end", launch::isTerminated);
            Ui.waitUntilIdle();
            manager.removeLaunch(launch);
        }
        Ui.waitUntil("the Debug view to be empty", () -> DebugViews.debugTree().isEmpty());
        // The Debug view shows the source of a stop by jobs that are delayed, which no job manager tells of; the tab of a file that
        // is gone by then would fail another test.
        Ui.pace(DELAY_OF_THE_DEBUG_VIEW_MILLIS);
        Ui.waitUntilIdle();
        Ui.run(() -> ModelProject.page().closeAllEditors(false));
    }

    /** The breakpoints of the workspace that stop simulations. */
    public static IBreakpoint[] breakpoints() {
        return DebugPlugin.getDefault().getBreakpointManager().getBreakpoints(SimulationDebugTarget.MODEL_ID);
    }

    /** Takes all breakpoints away. */
    public static void removeBreakpoints() throws Exception {
        DebugPlugin.getDefault().getBreakpointManager().removeBreakpoints(breakpoints(), true);
        DebugPlugin.getDefault().getBreakpointManager().setEnabled(true);
    }

    /** Resumes and waits for the stop. */
    public static void resume(SimulationDebugTarget target) {
        Ui.run(target::resume);
        Ui.waitUntil("the simulation to stop", target::isSuspended);
        Ui.waitUntilIdle(); // the editor opens on the line of the event
    }

    /** Steps to the next event anywhere; the thread that has it in hand. */
    public static IThread stepInto(SimulationDebugTarget target) throws DebugException {
        target.getThreads()[0].stepInto();
        Ui.waitUntil("the step to end", target::isSuspended);
        return threadInHand(target).orElseThrow(() -> new AssertionError("No router has the event in hand"));
    }

    /** Steps to an event of a router. */
    public static IThread stepUntil(SimulationDebugTarget target, String router, String event) throws DebugException {
        for (int step = 0; step < MOST_STEPS; step++) {
            IThread inHand = stepInto(target);
            if (inHand.getName().equals(router) && inHand.getTopStackFrame().getName().equals(event)) {
                return inHand;
            }
        }
        throw new AssertionError("No event " + event + " on " + router + " in " + MOST_STEPS + " steps");
    }

    /** The thread that has the event in hand. */
    public static Optional<IThread> threadInHand(SimulationDebugTarget target) throws DebugException {
        for (IThread thread : target.getThreads()) {
            if (thread.hasStackFrames() && !thread.getTopStackFrame().getName().equals(DebugSession.NO_EVENT)) {
                return Optional.of(thread);
            }
        }
        return Optional.empty();
    }

    /** The thread of a router. */
    public static IThread thread(SimulationDebugTarget target, String router) throws DebugException {
        for (IThread thread : target.getThreads()) {
            if (thread.getName().equals(router)) {
                return thread;
            }
        }
        throw new AssertionError("No router " + router);
    }

    /** The event in hand as router, protocol and message. */
    public static String at(SimulationDebugTarget target) {
        RecordedEvent event = target.session().event().orElseThrow();
        return event.nodeName() + " " + event.protocol() + " " + event.message();
    }

    /** Names of the frames of a thread. */
    public static List<String> frames(IThread thread) throws DebugException {
        List<String> names = new ArrayList<>();
        for (IStackFrame frame : thread.getStackFrames()) {
            names.add(frame.getName());
        }
        return names;
    }

    /** The variable of a frame. */
    public static IVariable variable(IStackFrame frame, String name) throws DebugException {
        return part(List.of(frame.getVariables()), name);
    }

    /** The value of a variable of a frame. */
    public static IValue value(IStackFrame frame, String name) throws DebugException {
        return variable(frame, name).getValue();
    }

    /** A part of a value. */
    public static IVariable part(IValue value, String name) throws DebugException {
        return part(List.of(value.getVariables()), name);
    }

    private static IVariable part(List<IVariable> variables, String name) throws DebugException {
        List<String> names = new ArrayList<>();
        for (IVariable variable : variables) {
            if (variable.getName().equals(name)) {
                return variable;
            }
            names.add(variable.getName());
        }
        throw new AssertionError("No variable '" + name + "' among " + names);
    }
}

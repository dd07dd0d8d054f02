package dmvpn.dap;

import dmvpn.app.RequestException;
import dmvpn.app.debug.Branch;
import dmvpn.app.debug.Branches;
import dmvpn.app.debug.DebugResult;
import dmvpn.app.debug.DebugSessions;
import dmvpn.app.debug.Debugger;
import dmvpn.app.debug.Stop;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import java.util.function.Consumer;

/** A model as it was read, under a debugger, with all that belongs to this reading of it. */
final class DebuggedModel {

    private final DebugResult read;
    private final Listener listener;
    private final VariableStore variables;
    private final Debugger debugger;
    private final RunControl control;
    private final EditedSources sources;
    private final Frames frames;
    private final AdapterBreakpoints breakpoints;

    private DebuggedModel(DebugResult read, Debugger debugger, VariableStore variables, Listener listener) {
        this.read = read;
        this.listener = listener;
        this.variables = variables;
        this.debugger = debugger;
        this.control = new RunControl(debugger, listener::stopped, listener::failed);
        this.sources = new EditedSources(read.branches().orElseThrow());
        this.frames = new Frames(debugger, variables, sources);
        this.breakpoints = new AdapterBreakpoints(debugger, read.model(), sources);
    }

    /** What is told of a run. */
    interface Listener {

        /** A line for the console of the debugger. */
        void tell(String line);

        /** A command has come to its end. */
        void stopped(Stop stop);

        /** A defect ended the run. */
        void failed(Throwable defect);
    }

    /**
     * Reads a model; its run stands before the first event.
     *
     * @param monitor may cancel it
     * @throws RequestException when the model has errors, or no such scenario
     */
    static DebuggedModel read(DebugSessions sessions, Launch launch, VariableStore variables, ProgressMonitor monitor, Listener listener)
            throws RequestException {
        Consumer<String> teller = listener::tell;
        DebugResult read = sessions.onPlatform(launch.platform()).open(launch.model(), launch.request(), monitor, teller);
        read.problems().forEach(problem -> teller.accept(text(problem)));
        Debugger debugger = read.debugger().orElseThrow(() -> new RequestException(refusal(read)));
        debugger.session().showKeepAlives(launch.keepAlives());
        return new DebuggedModel(read, debugger, variables, listener);
    }

    /**
     * The same with a change where the run stands, in a branch of its own.
     *
     * @param text the change
     * @param monitor may cancel it
     * @throws RequestException when it means nothing, or was cancelled
     */
    DebuggedModel changed(String text, ProgressMonitor monitor) throws RequestException {
        Branches branches = read.branches().orElseThrow();
        Branch branch = branches.change(branches.current(), text, monitor);
        listener.tell("Branch " + branch.number() + ": " + branch.title() + ". The run that it left stays as it was.");
        DebuggedModel changed = new DebuggedModel(read, branch.debugger(), variables, listener);
        changed.breakpoints.continueFrom(breakpoints);
        return changed;
    }

    private static String refusal(DebugResult read) {
        return "The model has errors and is not run; the first: "
                + read.problems().stream().filter(Problem::isError).findFirst().map(DebuggedModel::text).orElse("unknown");
    }

    private static String text(Problem problem) {
        return problem.file() + ":" + problem.line() + ": " + problem.message() + " [" + problem.ruleId() + "]";
    }

    Debugger debugger() {
        return debugger;
    }

    RunControl control() {
        return control;
    }

    Frames frames() {
        return frames;
    }

    AdapterBreakpoints breakpoints() {
        return breakpoints;
    }

    EditedSources sources() {
        return sources;
    }
}

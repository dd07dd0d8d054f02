package dmvpn.app.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.branch.ChangedModel;
import dmvpn.app.debug.branch.ChangedValue;
import dmvpn.app.debug.branch.RunChange;
import dmvpn.app.model.ModelReader;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.CompiledNetwork;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.trace.RecordedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The histories of a debugged run. A change does not touch the one that it is made in: it begins another one, which is the same
 * up to the instant of the event in hand and goes its own way behind it. Each can be walked through, and replays identically.
 *
 * <p>Several threads may use it; debuggers belong to one each.
 */
public final class Branches {

    private static final long NANOS_PER_MILLISECOND = 1_000_000;

    private final ModelReader reader;
    private final ChangedModel model;
    private final OptionalLong seed;
    private final Consumer<String> teller;
    private final List<Branch> all = new ArrayList<>();
    private int current;

    /**
     * The history that nobody changed.
     *
     * @param model what the run was started from
     * @param seed seed that was asked for
     * @param teller told what breakpoints tell that do not stop
     */
    public Branches(ModelReader reader, ChangedModel model, OptionalLong seed, Debugger unchanged, Consumer<String> teller) {
        this.reader = reader;
        this.model = model;
        this.seed = seed;
        this.teller = teller;
        all.add(new Branch(Branch.UNCHANGED, Branch.UNCHANGED, List.of(), unchanged));
    }

    /** What a file of the model said when the run was started; empty for another file. */
    public Optional<String> startedText(Path file) {
        return model.textOf(file);
    }

    /** All, by number. */
    public synchronized List<Branch> all() {
        return List.copyOf(all);
    }

    /** The one that commands are for. */
    public synchronized Branch current() {
        return all.get(current);
    }

    /**
     * Commands are for another one from now on.
     *
     * @throws RequestException when there is none of the number
     */
    public synchronized Branch select(int number) throws RequestException {
        requireBranch(number);
        current = number;
        return current();
    }

    /**
     * The one with a number.
     *
     * @throws RequestException when there is none
     */
    public synchronized Branch requireBranch(int number) throws RequestException {
        if (number < 0 || number >= all.size()) {
            throw new RequestException("There is no branch " + number + "; there are 0 to " + (all.size() - 1));
        }
        return all.get(number);
    }

    /**
     * Changes the run where it stands: at the next whole millisecond, when all that happens at the instant of the event in hand has
     * happened. A new branch begins there, stands on the same event and becomes the current one. What was changed further on in
     * the branch that it leaves is not done in it.
     *
     * @param text an action of a scenario such as {@code fail HQ}, or a value such as {@code HQ.interfaces[Tunnel100].lineProtocol = down}
     * @throws RequestException when it means nothing, or the run is over there
     */
    public synchronized Branch change(String text) throws RequestException {
        return change(current(), text);
    }

    /** The same in another branch than the current one. */
    public Branch change(Branch left, String text) throws RequestException {
        return change(left, text, ProgressMonitor.NONE);
    }

    /**
     * The same while somebody looks on, who may cancel it: the way to the event in hand may be long.
     *
     * @throws RequestException also when it was cancelled: there is no branch then
     */
    public synchronized Branch change(Branch left, String text, ProgressMonitor monitor) throws RequestException {
        DebugSession session = left.debugger().session();
        String action = ChangedValue.isOne(text) ? ChangedValue.action(text, left.debugger().scope(), session::referenceOf) : action(text);
        long instant = nextMillisecond(session.event().map(RecordedEvent::timeNanos).orElse(0L));
        if (instant > session.endNanos()) {
            throw new RequestException("The run is over here: go back to change something");
        }
        List<RunChange> changes = new ArrayList<>(left.changes().stream().filter(change -> change.timeNanos() <= instant).toList());
        changes.add(new RunChange(instant, action));
        monitor.begin("Reading the changed model");
        Debugger debugger = open(changes, Duration.ofNanos(session.endNanos()));
        debugger.breakpoints().takeOver(left.debugger().breakpoints(), debugger.scope());
        debugger.session().leaveOut(session.leftOut());
        debugger.session().showKeepAlives(session.showsKeepAlives());
        monitor.begin("Going to " + session.timeText());
        if (session.eventIndex() != DebugSession.BEFORE_FIRST_EVENT) {
            debugger.session().goToEvent(session.eventIndex(), monitor::isCancelled);
        }
        if (monitor.isCancelled()) {
            throw new RequestException("Cancelled: the run stays as it is");
        }
        Branch branch = new Branch(all.size(), left.number(), changes, debugger);
        all.add(branch);
        current = branch.number();
        return branch;
    }

    /** Behind all that happens at an instant, and still a time that people can read. */
    private static long nextMillisecond(long timeNanos) {
        return (timeNanos / NANOS_PER_MILLISECOND + 1) * NANOS_PER_MILLISECOND;
    }

    /** Behind the command {@code set} the word may be left out that the language begins with. */
    private static String action(String text) {
        return text.strip().matches("(?s)(latency|jitter|loss|bandwidth)\\s.*") ? "set " + text.strip() : text.strip();
    }

    private Debugger open(List<RunChange> changes, Duration duration) throws RequestException {
        CompiledNetwork network = model.with(changes, duration, reader);
        return new Debugger(network, new DebugSession(network, new SimulationOptions(Optional.of(model.scenarioName()), seed,
                Optional.of(duration), true, List.of())), teller);
    }
}

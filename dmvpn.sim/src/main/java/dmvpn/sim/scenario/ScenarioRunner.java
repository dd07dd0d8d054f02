package dmvpn.sim.scenario;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.origin.Origin;
import dmvpn.network.scenario.Action;
import dmvpn.network.scenario.Expectation;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.assembly.RouterNode;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.icmp.EchoListener;
import dmvpn.sim.kernel.EventHandler;
import dmvpn.sim.kernel.EventKernel;
import dmvpn.sim.kernel.Order;
import dmvpn.sim.trace.TraceEvent;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.PacketTap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntSupplier;

/**
 * Does what a scenario says at its times and judges what it expects. An expectation of an instant is judged when
 * everything else of that instant has happened; one of the whole run at its end; one that waits for a state, or wants it
 * to last, also whenever something changed.
 */
public final class ScenarioRunner implements EventHandler {

    /** Protocol of the events that say what a scenario does and finds. */
    public static final String PROTOCOL = "Scenario";
    /** Message of the event with which an expectation is found met. */
    public static final String EXPECTATION_MET = "expectation met";
    /** Message of the event with which an expectation is found violated. */
    public static final String EXPECTATION_VIOLATED = "expectation violated";

    private static final int ACT = 0;
    private static final int CHECK = 1;
    private static final int JUDGE = 2;

    private final Scenario scenario;
    private final EventKernel kernel;
    private final TraceRecorder trace;
    private final boolean recording;
    private final IntSupplier traceSize;
    private final long endNanos;
    private final Pings pings;
    private final Flows flows;
    private final MessageCounter messages = new MessageCounter();
    private final ClearPacketWatch clearPackets;
    private final Map<Integer, Verdict> verdicts = new TreeMap<>();
    /** Expectations that are looked at when the current instant is over. */
    private final TreeSet<Integer> due = new TreeSet<>();
    /** Expectations that are looked at after each change. */
    private final TreeSet<Integer> watched = new TreeSet<>();
    private final List<Integer> loopExpectations = new ArrayList<>();
    private boolean judgeScheduled;
    private RunningNetwork network;
    private ActionPerformer performer;
    private ExpectationChecker checker;
    private LoopWatch loops;

    /**
     * Prepares a scenario; {@link #start} puts it on the kernel.
     *
     * @param configuration network that runs
     * @param recorder records the run
     * @param traceSize number of events recorded so far
     * @param endNanos end of the run
     */
    public ScenarioRunner(CompiledNetwork configuration, Scenario scenario, EventKernel kernel, TraceRecorder recorder,
            IntSupplier traceSize, long endNanos) {
        this.scenario = scenario;
        this.kernel = kernel;
        this.recording = recorder.isRecording();
        this.trace = scenario.expectations().stream().anyMatch(ScenarioRunner::dependsOnChanges)
                ? new RunObserver(recorder, messages, this::changed) : recorder;
        this.traceSize = traceSize;
        this.endNanos = endNanos;
        this.pings = new Pings(kernel, endNanos);
        this.flows = new Flows(kernel, endNanos);
        this.clearPackets = new ClearPacketWatch(configuration, scenario.expectations(), this::clearPacketSeen);
    }

    private static boolean dependsOnChanges(Expectation expectation) {
        return expectation instanceof Expectation.BecomesTrue || expectation instanceof Expectation.StaysTrue
                || expectation instanceof Expectation.NoForwardingLoop || expectation instanceof Expectation.MessageCount;
    }

    /** Where the network is to report what happens: the recorder, or an observer in front of it. */
    public TraceRecorder recorder() {
        return trace;
    }

    /** To be told of answers to the scenario's pings. */
    public EchoListener echoListener() {
        return pings;
    }

    /** To be told of packets on the wire; empty when no expectation needs it. */
    public Optional<PacketTap> tap() {
        return clearPackets.isNeeded() ? Optional.of(clearPackets) : Optional.empty();
    }

    /** Schedules actions and checks. */
    public void start(RunningNetwork runningNetwork) {
        network = runningNetwork;
        performer = new ActionPerformer(network, trace);
        checker = new ExpectationChecker(new StateChecker(network, messages), pings, flows);
        loops = new LoopWatch(network);
        for (Action action : scenario.actions()) {
            boolean runsOnItsOwn = action instanceof Action.Ping || action instanceof Action.Flow;
            if (!runsOnItsOwn && action.at().toNanos() <= endNanos) {
                kernel.schedule(action.at().toNanos(), Order.TIMER, this, ACT, action);
            }
        }
        pings.start(network, scenario.actions());
        flows.start(network, scenario.actions());
        checksByTime().forEach((time, indices) -> kernel.schedule(time, Order.TIMER, this, CHECK, indices));
    }

    private Map<Long, List<Integer>> checksByTime() {
        Map<Long, List<Integer>> checks = new TreeMap<>();
        for (int index = 0; index < scenario.expectations().size(); index++) {
            if (scenario.expectations().get(index) instanceof Expectation.NoForwardingLoop) {
                loopExpectations.add(index);
            }
            for (long time : checkNanos(scenario.expectations().get(index))) {
                if (time <= endNanos) {
                    checks.computeIfAbsent(time, instant -> new ArrayList<>()).add(index);
                }
            }
        }
        return checks;
    }

    /** The instants at which an expectation is looked at, whatever happens. */
    private List<Long> checkNanos(Expectation expectation) {
        return switch (expectation) {
            case Expectation.OfState state -> List.of(state.at().toNanos());
            case Expectation.BecomesTrue convergence -> List.of(convergence.state().at().toNanos(),
                    convergence.state().at().plus(convergence.within()).toNanos());
            case Expectation.StaysTrue invariant -> List.of(invariant.state().at().toNanos(), endNanos);
            case Expectation.LongestGapBelow gap -> List.of(endNanos);
            case Expectation.LossAtMost loss -> List.of(endNanos);
            case Expectation.FlowCompletes flow -> List.of(endNanos);
            case Expectation.NoClearOverlayPacket invariant -> List.of(endNanos);
            case Expectation.NoForwardingLoop invariant -> List.of(endNanos);
        };
    }

    @Override
    public void handle(int kind, Object payload) {
        if (kind == ACT) {
            performer.perform((Action) payload);
        } else if (kind == CHECK) {
            ((List<?>) payload).forEach(index -> due.add((Integer) index));
            judgeSoon();
        } else if (kernel.nextTimeNanos() <= kernel.nowNanos()) {
            // Others of this instant are still to come: step behind them.
            kernel.schedule(kernel.nowNanos(), Order.TIMER, this, JUDGE, null);
        } else {
            judgeScheduled = false;
            judge();
        }
    }

    /** Lets expectations be looked at when the current instant is over. */
    private void judgeSoon() {
        if (!judgeScheduled) {
            judgeScheduled = true;
            kernel.schedule(kernel.nowNanos(), Order.TIMER, this, JUDGE, null);
        }
    }

    private void changed(TraceEvent event, int node) {
        if (!loopExpectations.isEmpty() && event.changesState()) {
            if (event instanceof ScenarioEvent.UnderlayChange) {
                loops.everythingChanged();
            } else {
                loops.changed(node);
            }
            judgeSoon();
        }
        if (!watched.isEmpty()) {
            due.addAll(watched);
            judgeSoon();
        }
    }

    private void judge() {
        if (!loopExpectations.isEmpty()) {
            loops.find().ifPresent(loop -> loopExpectations.forEach(index ->
                    judge(index, false, loop.explanation(), loop.node())));
        }
        List<Integer> now = List.copyOf(due);
        due.clear();
        now.forEach(this::check);
    }

    private void check(int index) {
        Expectation expectation = scenario.expectations().get(index);
        if (verdicts.containsKey(index)) {
            return;
        }
        ExpectationChecker.Finding finding = checker.check(expectation, kernel.nowNanos());
        if (isFinal(expectation, finding.met())) {
            judge(index, finding.met(), finding.explanation(), nodeOf(expectation));
        } else {
            watched.add(index);
        }
    }

    /** False when the state must be looked at again: it may still come to be, or cease. */
    private boolean isFinal(Expectation expectation, boolean met) {
        return switch (expectation) {
            case Expectation.BecomesTrue convergence -> met || kernel.nowNanos()
                    >= convergence.state().at().plus(convergence.within()).toNanos();
            case Expectation.StaysTrue invariant -> !met || kernel.nowNanos() >= endNanos;
            case Expectation.NoForwardingLoop invariant -> kernel.nowNanos() >= endNanos;
            default -> true;
        };
    }

    private void clearPacketSeen(Expectation.NoClearOverlayPacket invariant, ClearPacketWatch.Violation violation) {
        for (int index = 0; index < scenario.expectations().size(); index++) {
            if (scenario.expectations().get(index).equals(invariant) && !verdicts.containsKey(index)) {
                judge(index, false, violation.explanation(), violation.node());
            }
        }
    }

    private void judge(int index, boolean met, String explanation, int node) {
        if (verdicts.containsKey(index)) {
            return;
        }
        watched.remove(index);
        Expectation expectation = scenario.expectations().get(index);
        OptionalInt violation = met || !recording
                ? OptionalInt.empty() : OptionalInt.of(traceSize.getAsInt());
        trace.record(node, new ScenarioEvent.Checked(expectation.text(), met, explanation), expectation.origin());
        verdicts.put(index, new Verdict(expectation, met, explanation, violation));
    }

    /** The node whose timeline shows the verdict. */
    private int nodeOf(Expectation expectation) {
        Optional<String> device = switch (expectation) {
            case Expectation.OfState state -> deviceOf(state);
            case Expectation.BecomesTrue convergence -> deviceOf(convergence.state());
            case Expectation.StaysTrue invariant -> deviceOf(invariant.state());
            case Expectation.LongestGapBelow gap -> sourceOf(gap.ping());
            case Expectation.LossAtMost loss -> sourceOf(loss.ping());
            case Expectation.FlowCompletes flow -> sourceOf(flow.flow());
            case Expectation.NoClearOverlayPacket invariant -> Optional.empty();
            case Expectation.NoForwardingLoop invariant -> Optional.empty();
        };
        return device.flatMap(network::routerNamed).map(RouterNode::node).orElse(0);
    }

    private static Optional<String> deviceOf(Expectation.OfState state) {
        return switch (state) {
            case Expectation.PathIs path -> Optional.of(path.source().device());
            case Expectation.PathOver path -> Optional.of(path.source().device());
            case Expectation.Reachable reachable -> Optional.of(reachable.source().device());
            case Expectation.NextHopServerState server -> server.devices().stream().findFirst();
            case Expectation.NhrpEntry entry -> Optional.of(entry.device());
            case Expectation.RoutePresent route -> Optional.of(route.device());
            case Expectation.NeighborPresent neighbor -> Optional.of(neighbor.device());
            case Expectation.SecurityAssociationPresent association -> Optional.of(association.device());
            case Expectation.MessageCount count -> Optional.of(count.device());
        };
    }

    private Optional<String> sourceOf(String ping) {
        return pings.result(ping).map(result -> result.ping().source().device())
                .or(() -> flows.result(ping).map(result -> result.flow().source().device()));
    }

    /**
     * Verdicts in the order of the model. An expectation of an instant that the run has not reached has none yet; when the
     * run is over, one of an instant behind its end counts as violated.
     *
     * @param runIsOver true when nothing more will happen
     */
    public List<Verdict> verdicts(boolean runIsOver) {
        Map<Integer, Verdict> all = new LinkedHashMap<>();
        for (int index = 0; index < scenario.expectations().size(); index++) {
            Verdict verdict = verdicts.get(index);
            if (verdict == null && runIsOver) {
                verdict = new Verdict(scenario.expectations().get(index), false,
                        "the run ended before the instant of the expectation", OptionalInt.empty());
            }
            if (verdict != null) {
                all.put(index, verdict);
            }
        }
        return List.copyOf(all.values());
    }

    /** What became of the pings so far, in the order of the scenario. */
    public List<PingResult> pings() {
        return pings.results();
    }

    /** What became of the flows over TCP so far, in the order of the scenario. */
    public List<FlowResult> flows() {
        return flows.results();
    }

    /** Where the scenario was written. */
    public Origin origin() {
        return scenario.origin();
    }
}

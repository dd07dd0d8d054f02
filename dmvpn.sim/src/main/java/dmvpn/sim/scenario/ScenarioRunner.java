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
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.PacketTap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/**
 * Does what a scenario says at its times and judges what it expects. An expectation of an instant is judged when
 * everything else of that instant has happened; one of the whole run at its end.
 */
public final class ScenarioRunner implements EventHandler {

    private static final int ACT = 0;
    private static final int CHECK = 1;

    private final Scenario scenario;
    private final EventKernel kernel;
    private final TraceRecorder trace;
    private final IntSupplier traceSize;
    private final long endNanos;
    private final Pings pings;
    private final ClearPacketWatch clearPackets;
    private final Map<Integer, Verdict> verdicts = new TreeMap<>();
    private RunningNetwork network;
    private ExpectationChecker checker;

    /**
     * Prepares a scenario; {@link #start} puts it on the kernel.
     *
     * @param configuration network that runs
     * @param traceSize number of events recorded so far
     * @param endNanos end of the run
     */
    public ScenarioRunner(CompiledNetwork configuration, Scenario scenario, EventKernel kernel, TraceRecorder trace,
            IntSupplier traceSize, long endNanos) {
        this.scenario = scenario;
        this.kernel = kernel;
        this.trace = trace;
        this.traceSize = traceSize;
        this.endNanos = endNanos;
        this.pings = new Pings(kernel, endNanos);
        this.clearPackets = new ClearPacketWatch(configuration, scenario.expectations(), this::clearPacketSeen);
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
        checker = new ExpectationChecker(network, pings);
        for (Action action : scenario.actions()) {
            if (!(action instanceof Action.Ping) && action.at().toNanos() <= endNanos) {
                kernel.schedule(action.at().toNanos(), Order.TIMER, this, ACT, action);
            }
        }
        pings.start(network, scenario.actions());
        checksByTime().forEach((time, indices) -> kernel.schedule(time, Order.TIMER, this, CHECK, indices));
    }

    private Map<Long, List<Integer>> checksByTime() {
        Map<Long, List<Integer>> checks = new TreeMap<>();
        for (int index = 0; index < scenario.expectations().size(); index++) {
            long time = checkNanos(scenario.expectations().get(index));
            if (time <= endNanos) {
                checks.computeIfAbsent(time, instant -> new ArrayList<>()).add(index);
            }
        }
        return checks;
    }

    private long checkNanos(Expectation expectation) {
        return switch (expectation) {
            case Expectation.PathIs path -> path.at().toNanos();
            case Expectation.Reachable reachable -> reachable.at().toNanos();
            case Expectation.NextHopServerState server -> server.at().toNanos();
            case Expectation.NhrpEntry entry -> entry.at().toNanos();
            case Expectation.RoutePresent route -> route.at().toNanos();
            case Expectation.LongestGapBelow gap -> endNanos;
            case Expectation.LossAtMost loss -> endNanos;
            case Expectation.NoClearOverlayPacket invariant -> endNanos;
        };
    }

    @Override
    public void handle(int kind, Object payload) {
        if (kind == ACT) {
            act((Action) payload);
        } else if (kernel.nextTimeNanos() <= kernel.nowNanos()) {
            // Others of this instant are still to come: step behind them.
            kernel.schedule(kernel.nowNanos(), Order.TIMER, this, CHECK, payload);
        } else {
            for (Object index : (List<?>) payload) {
                check((Integer) index);
            }
        }
    }

    private void act(Action action) {
        switch (action) {
            case Action.FailDevice fail ->
                router(fail.device(), fail).ifPresent(node -> node.powerOff("scenario", fail.origin()));
            case Action.RestoreDevice restore ->
                router(restore.device(), restore).ifPresent(node -> node.powerOn("scenario", restore.origin()));
            case Action.FailPath fail -> setPath(true, fail.first(), fail.second(), fail);
            case Action.RestorePath restore -> setPath(false, restore.first(), restore.second(), restore);
            case Action.Ping ping -> throw new IllegalStateException("Pings run on their own");
        }
    }

    private void setPath(boolean broken, String first, String second, Action action) {
        Optional<RouterNode> one = router(first, action);
        Optional<RouterNode> other = router(second, action);
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        trace.record(one.get().node(), new ScenarioEvent.PathChanged(broken, first, second), action.origin());
        if (broken) {
            network.underlay().breakPath(one.get().node(), other.get().node());
        } else {
            network.underlay().restorePath(one.get().node(), other.get().node());
        }
    }

    private Optional<RouterNode> router(String name, Action action) {
        Optional<RouterNode> found = network.routerNamed(name);
        if (found.isEmpty()) {
            trace.record(0, new ScenarioEvent.NotDone(action.getClass().getSimpleName(),
                    "the network has no router of that name"), action.origin());
        }
        return found;
    }

    private void check(int index) {
        if (verdicts.containsKey(index)) {
            return;
        }
        Expectation expectation = scenario.expectations().get(index);
        ExpectationChecker.Finding finding = checker.check(expectation, kernel.nowNanos());
        judge(index, finding.met(), finding.explanation(), nodeOf(expectation));
    }

    private void clearPacketSeen(Expectation.NoClearOverlayPacket invariant, ClearPacketWatch.Violation violation) {
        for (int index = 0; index < scenario.expectations().size(); index++) {
            if (scenario.expectations().get(index).equals(invariant) && !verdicts.containsKey(index)) {
                judge(index, false, violation.explanation(), violation.node());
            }
        }
    }

    private void judge(int index, boolean met, String explanation, int node) {
        Expectation expectation = scenario.expectations().get(index);
        OptionalInt violation = met || !trace.isRecording()
                ? OptionalInt.empty() : OptionalInt.of(traceSize.getAsInt());
        trace.record(node, new ScenarioEvent.Checked(expectation.text(), met, explanation), expectation.origin());
        verdicts.put(index, new Verdict(expectation, met, explanation, violation));
    }

    /** The node whose timeline shows the verdict. */
    private int nodeOf(Expectation expectation) {
        Optional<String> device = switch (expectation) {
            case Expectation.PathIs path -> Optional.of(path.source().device());
            case Expectation.Reachable reachable -> Optional.of(reachable.source().device());
            case Expectation.LongestGapBelow gap -> sourceOf(gap.ping());
            case Expectation.LossAtMost loss -> sourceOf(loss.ping());
            case Expectation.NextHopServerState server -> server.devices().stream().findFirst();
            case Expectation.NhrpEntry entry -> Optional.of(entry.device());
            case Expectation.RoutePresent route -> Optional.of(route.device());
            case Expectation.NoClearOverlayPacket invariant -> Optional.empty();
        };
        return device.flatMap(network::routerNamed).map(RouterNode::node).orElse(0);
    }

    private Optional<String> sourceOf(String ping) {
        return pings.result(ping).map(result -> result.ping().source().device());
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

    /** Where the scenario was written. */
    public Origin origin() {
        return scenario.origin();
    }
}

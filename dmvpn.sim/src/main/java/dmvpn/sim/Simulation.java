package dmvpn.sim;

import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Endpoint;
import dmvpn.network.scenario.Scenario;
import dmvpn.network.scenario.UnderlayProtocol;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.invariant.Invariant;
import dmvpn.sim.invariant.InvariantMonitor;
import dmvpn.sim.invariant.Invariants;
import dmvpn.sim.invariant.Violation;
import dmvpn.sim.kernel.EventKernel;
import dmvpn.sim.scenario.PathProbe;
import dmvpn.sim.scenario.FlowResult;
import dmvpn.sim.scenario.PingResult;
import dmvpn.sim.scenario.ProbedPath;
import dmvpn.sim.scenario.ScenarioRunner;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.BinaryTraceRecorder;
import dmvpn.sim.trace.NullRecorder;
import dmvpn.sim.trace.TraceFile;
import dmvpn.sim.trace.TraceRecorder;
import dmvpn.sim.underlay.PacketTap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * One run of a network. Nothing has happened when it is made: the first step powers on. The same network, scenario and
 * seed give the same run, event by event, so that a past instant is reached again by a new run.
 *
 * <p>A simulation belongs to one thread; different simulations share nothing.
 */
public final class Simulation {

    /** Seed of a run without scenario when the options give none. */
    public static final long DEFAULT_SEED = 1;

    private final CompiledNetwork configuration;
    private final EventKernel kernel = new EventKernel();
    private final BinaryTraceRecorder recorder;
    private final Optional<TraceFile> traceFile;
    private final BinaryTrace trace;
    private final BinaryTrace knownTrace;
    private final InvariantMonitor monitor;
    private final RunningNetwork network;
    private final Optional<ScenarioRunner> scenario;
    private final long endNanos;
    private final List<RouterView> routers;
    private final LastCrossing lastCrossing;
    private boolean finished;

    private Simulation(CompiledNetwork configuration, Optional<Scenario> scenario, SimulationOptions options,
            List<Invariant> invariants) {
        this.configuration = configuration;
        this.endNanos = options.until().or(() -> scenario.map(Scenario::duration))
                .orElse(SimulationOptions.DEFAULT_DURATION).toNanos();
        List<String> names = RunningNetwork.nodeNames(configuration);
        this.traceFile = options.traceFile();
        this.recorder = traceFile.map(file -> new BinaryTraceRecorder(kernel, kernel.causality(), names, file))
                .orElseGet(() -> new BinaryTraceRecorder(kernel, kernel.causality(), names));
        this.trace = recorder.trace();
        this.knownTrace = recorder.knownTrace();
        long seed = options.seed().orElseGet(() -> scenario.map(Scenario::seed).orElse(DEFAULT_SEED));
        LiveRouters live = new LiveRouters();
        this.monitor = new InvariantMonitor(invariants, options.recording() ? recorder : new NullRecorder(), live,
                kernel::nowNanos, trace::size, names, seed);
        TraceRecorder used = monitor;
        this.scenario = scenario.map(chosen ->
                new ScenarioRunner(configuration, chosen, kernel, used, trace::size, endNanos));
        List<PacketTap> taps = new ArrayList<>(options.taps());
        this.lastCrossing = new LastCrossing(names);
        taps.add(lastCrossing);
        this.scenario.flatMap(ScenarioRunner::tap).ifPresent(taps::add);
        taps.add(monitor);
        this.network = new RunningNetwork(configuration, kernel,
                this.scenario.map(ScenarioRunner::recorder).orElse(used), seed, taps,
                this.scenario.map(ScenarioRunner::echoListener).orElse((from, identifier, sequenceNumber) -> { }));
        live.attach(network);
        this.scenario.ifPresent(runner -> runner.start(network));
        this.routers = network.routers().stream().map(RouterView::new).toList();
    }

    /**
     * Prepares a run.
     *
     * @throws IllegalArgumentException with a sentence for people when the network has no scenario of the name
     */
    public static Simulation create(CompiledNetwork network, SimulationOptions options) {
        return create(network, options, Invariants.all());
    }

    /** Prepares a run that is watched by these invariants. */
    static Simulation create(CompiledNetwork network, SimulationOptions options, List<Invariant> invariants) {
        Optional<Scenario> scenario = options.scenario().map(name -> network.scenarioNamed(name).orElseThrow(() ->
                new IllegalArgumentException("Network " + network.name() + " has no scenario '" + name + "'; it has "
                        + (network.scenarios().isEmpty() ? "none" : network.scenarios().stream()
                                .map(Scenario::name).collect(Collectors.joining(", "))))));
        return new Simulation(network, scenario, options, invariants);
    }

    /**
     * Runs the next event. Several events of one instant are several steps.
     *
     * @return false when the run is over
     */
    public boolean step() {
        if (finished) {
            return false;
        }
        if (kernel.stepUntil(endNanos)) {
            finished = monitor.isViolated();
            return !finished;
        }
        kernel.runUntil(endNanos);
        finished = true;
        return false;
    }

    /**
     * Runs until something more is in the trace: at least one event, perhaps several of one step.
     *
     * @return false when the run ended before
     */
    public boolean stepToNextTraceEvent() {
        int before = trace.size();
        return runWhile(() -> trace.size() == before);
    }

    /**
     * Runs all events up to and including an instant; the clock then stands there.
     *
     * @param instant since the start of the run; behind the end of the run means its end
     */
    public void runUntil(Duration instant) {
        long limitNanos = instant.toNanos();
        if (limitNanos >= endNanos) {
            run();
        } else {
            runEventsUntil(limitNanos);
        }
    }

    /**
     * Steps as long as a condition holds; it is asked before each step, the first one included, so that a debugger can
     * stop before the first event.
     *
     * @return false when the run ended
     */
    public boolean runWhile(BooleanSupplier condition) {
        while (condition.getAsBoolean()) {
            if (!step()) {
                return false;
            }
        }
        return true;
    }

    /** Runs to the end. */
    public void run() {
        runEventsUntil(endNanos);
        finished = true;
    }

    /** Moves the clock to an instant, unless an invariant ends the run before. */
    private void runEventsUntil(long limitNanos) {
        boolean ran = true;
        while (ran && !finished) {
            ran = kernel.stepUntil(limitNanos);
            finished = monitor.isViolated();
        }
        if (!finished) {
            kernel.runUntil(limitNanos);
        }
    }

    /** The current instant in nanoseconds since the start of the run. */
    public long nowNanos() {
        return kernel.nowNanos();
    }

    /** Instant of the next event in nanoseconds; behind {@link #endNanos} when no event of the run is left. */
    public long nextEventNanos() {
        return kernel.nextTimeNanos();
    }

    /** Number of events that are still to come, those behind the end of the run included. */
    public int pendingEvents() {
        return kernel.pendingCount();
    }

    /** End of the run in nanoseconds since its start. */
    public long endNanos() {
        return endNanos;
    }

    /** True when the run is over. */
    public boolean isFinished() {
        return finished;
    }

    /** What happened so far; it grows with the run. Empty when nothing is recorded. */
    public BinaryTrace trace() {
        return trace;
    }

    /** What happened up to the furthest place where this run ever was: more than {@link #trace} when it was put back. */
    public BinaryTrace knownTrace() {
        return knownTrace;
    }

    /** Writes what is not in the file of the trace yet, and that nothing is missing if the run is over. No event may follow. */
    public void closeTrace() {
        if (traceFile.isPresent()) {
            recorder.close();
            if (finished) {
                traceFile.get().finish();
            }
        }
    }

    /** Hash of what happened so far: equal for equal runs. */
    public String traceHash() {
        return trace.hash();
    }

    /** The network that runs. */
    public CompiledNetwork configuration() {
        return configuration;
    }

    /** Routers in the order of the model. */
    public List<RouterView> routers() {
        return routers;
    }

    /** The router of that name. */
    public Optional<RouterView> routerNamed(String name) {
        return routers.stream().filter(router -> router.name().equals(name)).findFirst();
    }

    /** The packet that crossed a wire last: the one that the last step sent or got; empty before the first. */
    public Optional<PacketInHand> packetInHand() {
        return lastCrossing.inHand();
    }

    /** What should hold in every run and did not: it stopped this one. Empty when all is well. */
    public Optional<Violation> violation() {
        return monitor.violation();
    }

    /** Verdicts so far, in the order of the model; all of them when the run is over. */
    public List<Verdict> verdicts() {
        return scenario.map(runner -> runner.verdicts(finished && !monitor.isViolated())).orElse(List.of());
    }

    /** What became of the scenario's pings so far. */
    public List<PingResult> pings() {
        return scenario.map(ScenarioRunner::pings).orElse(List.of());
    }

    /** What became of the scenario's flows over TCP so far. */
    public List<FlowResult> flows() {
        return scenario.map(ScenarioRunner::flows).orElse(List.of());
    }

    /** The way that a packet between two endpoints would take now; nothing is sent. */
    public ProbedPath path(Endpoint source, Endpoint destination) {
        return PathProbe.probe(network, source, destination);
    }

    /**
     * The way that a packet would take now that comes from a network at an interface, or from the interface itself; nothing is sent.
     *
     * @param sourceInterface name of the interface: networks in several VRFs of a router may have the same addresses
     */
    public ProbedPath path(Endpoint source, String sourceInterface, Endpoint destination) {
        return PathProbe.probe(network, source, sourceInterface, destination);
    }

    /**
     * The way that a packet of a protocol between two endpoints would take now; nothing is sent.
     *
     * @param protocol what firewalls of the underlay take it for
     */
    public ProbedPath path(Endpoint source, Endpoint destination, UnderlayProtocol protocol) {
        return PathProbe.probe(network, source, destination, protocol);
    }
}

package dmvpn.app.simulate;

import dmvpn.app.RequestException;
import dmvpn.app.files.IoProblem;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.Runs;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.RouterView;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.assembly.RunningNetwork;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.trace.TraceCursor;
import dmvpn.sim.trace.TraceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs models and shows what happens while it happens. */
public final class SimulateService {

    private final ModelReader reader;

    /** @param reader reads the models */
    public SimulateService(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * Runs a model.
     *
     * @param path a file, or a folder with one model
     * @param out takes lines, each as soon as it is known
     * @throws RequestException when the model has no such scenario or router, the folder has several models, or the trace cannot
     *     be written
     */
    public SimulateResult simulate(Path path, SimulateRequest request, Consumer<String> out, ProgressMonitor monitor)
            throws RequestException {
        ReadModel model = reader.readOne(path, monitor);
        Optional<CompiledNetwork> network = model.soundNetwork();
        return network.isEmpty() ? SimulateResult.notRun(model.problems())
                : run(model, network.get(), request, out, monitor);
    }

    private static SimulateResult run(ReadModel model, CompiledNetwork network, SimulateRequest request,
            Consumer<String> out, ProgressMonitor monitor) throws RequestException {
        // Before a file is overwritten everything is asked that may be wrong.
        Optional<Scenario> scenario = Runs.scenario(network, request.scenario());
        EventFilter filter = new EventFilter(request.shown(), network, RunningNetwork.nodeNames(network));
        if (request.traceFile().isEmpty()) {
            return run(model, network, request, scenario, filter, Optional.empty(), out, monitor);
        }
        try (TraceFile file = TraceFile.create(request.traceFile().get())) {
            return run(model, network, request, scenario, filter, Optional.of(file), out, monitor);
        } catch (UncheckedIOException e) {
            throw new RequestException(e.getMessage());
        } catch (IOException e) {
            throw new RequestException("The trace cannot be written: " + IoProblem.explain(e));
        }
    }

    private static SimulateResult run(ReadModel model, CompiledNetwork network, SimulateRequest request, Optional<Scenario> scenario,
            EventFilter filter, Optional<TraceFile> traceFile, Consumer<String> out, ProgressMonitor monitor) {
        DebugOutput debug = new DebugOutput(out, network, filter::showsNode);
        boolean packetsShown = request.format() == RunFormat.DEBUG && !request.quiet();
        Simulation simulation = Simulation.create(network, new SimulationOptions(scenario.map(Scenario::name), request.seed(),
                request.until(), true, packetsShown ? List.of(debug) : List.of(), traceFile));
        debug.attach(simulation.trace()::size);
        RunOutput output = switch (request.format()) {
            case TEXT -> new TextOutput(out, RunningNetwork.nodeNames(network));
            case JSON -> new JsonOutput(out);
            case DEBUG -> debug;
        };
        output.begin(network.name(), scenario.map(Scenario::name).orElse(""),
                Runs.seed(scenario, request.seed()), simulation.endNanos());
        boolean finished = runToEnd(simulation, filter, request.quiet() ? event -> { } : output::event,
                output::stepped, monitor);
        simulation.closeTrace();
        List<RouterView> shown = finished ? simulation.routers().stream().filter(router -> !router.isProvider()).toList() : List.of();
        for (RouterView router : shown) {
            if (filter.showsNode(router.node())) {
                output.tables(router);
            }
        }
        // Of a run that was cut short nobody knows what the rest would have brought.
        List<Verdict> verdicts = finished && request.until().isEmpty() ? simulation.verdicts() : List.of();
        verdicts.forEach(output::verdict);
        simulation.violation().ifPresent(output::violation);
        return new SimulateResult(model.problems(), true, !finished, simulation.trace().size(),
                verdicts.stream().filter(verdict -> !verdict.passed()).count() + (simulation.violation().isPresent() ? 1 : 0),
                filter.notes());
    }

    /** Steps and shows; answers false when it was cancelled. */
    private static boolean runToEnd(Simulation simulation, EventFilter filter,
            Consumer<RecordedEvent> shown, Runnable stepped, ProgressMonitor monitor) {
        TraceCursor cursor = simulation.trace().cursor();
        ShownCauses causes = new ShownCauses(filter);
        boolean more = true;
        while (more) {
            if (monitor.isCancelled()) {
                return false;
            }
            more = simulation.step();
            while (cursor.next()) {
                causes.follow(cursor);
                if (filter.shows(cursor)) {
                    shown.accept(cursor.event().withCause(causes.of(cursor)));
                }
            }
            stepped.run();
        }
        return true;
    }
}

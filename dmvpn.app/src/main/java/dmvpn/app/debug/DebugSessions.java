package dmvpn.app.debug;

import dmvpn.app.RequestException;
import dmvpn.app.debug.branch.ChangedModel;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.PlatformChoice;
import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.Runs;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.SimulationOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Starts debug sessions of models. */
public final class DebugSessions {

    private final ModelReader reader;

    /** @param reader reads the models */
    public DebugSessions(ModelReader reader) {
        this.reader = reader;
    }

    /** Sessions of the same models on a platform. */
    public DebugSessions onPlatform(PlatformChoice platform) {
        return new DebugSessions(reader.onPlatform(platform));
    }

    /**
     * Prepares a run of a model; nothing has happened in it yet.
     *
     * @param model a file, or a folder with one model
     * @param scenario name of the scenario; empty for the first one of the model, if it has any; of one with a sweep, the
     *     first run is meant unless the name says which
     * @throws RequestException when the model has errors, or no such scenario
     */
    public DebugSession start(Path model, String scenario) throws RequestException {
        return debugger(model, DebugRequest.FIRST_SCENARIO.withScenario(scenario), line -> { }).session();
    }

    /**
     * Prepares a run of a model under a debugger, as {@link #open}, but refuses a model with errors.
     *
     * @throws RequestException when the model has errors, or no such scenario
     */
    public Debugger debugger(Path model, DebugRequest request, Consumer<String> teller) throws RequestException {
        return branches(model, request, ProgressMonitor.NONE, teller).current().debugger();
    }

    /**
     * The same, with all histories that the run will have, while somebody looks on who may cancel it.
     *
     * @throws RequestException when the model has errors, or no such scenario, or when it was cancelled before it was read
     */
    public Branches branches(Path model, DebugRequest request, ProgressMonitor monitor, Consumer<String> teller) throws RequestException {
        ReadModel read = reader.readOne(model, monitor);
        CompiledNetwork network = read.soundNetwork().orElseThrow(() -> new RequestException(refusal(read)));
        return branches(read, network, request, teller);
    }

    /**
     * Prepares a run of a model under a debugger.
     *
     * @param model a file, or a folder with one model
     * @param teller told, line by line, what breakpoints tell that do not stop
     * @throws RequestException when the model has no such scenario
     */
    public DebugResult open(Path model, DebugRequest request, ProgressMonitor monitor, Consumer<String> teller) throws RequestException {
        ReadModel read = reader.readOne(model, monitor);
        Optional<CompiledNetwork> network = read.soundNetwork();
        return new DebugResult(read.problems(), Path.of(read.file()), network.isEmpty() ? Optional.empty()
                : Optional.of(branches(read, network.get(), request, teller)));
    }

    private Branches branches(ReadModel read, CompiledNetwork network, DebugRequest request, Consumer<String> teller) throws RequestException {
        Optional<Scenario> scenario = Runs.scenario(network, request.scenario().map(name -> runOf(network, name)));
        DebugSession session = new DebugSession(network, new SimulationOptions(scenario.map(Scenario::name), request.seed(), request.until(), true,
                List.of()));
        return new Branches(reader, ChangedModel.of(read, scenario), seed(scenario, request),
                new Debugger(network, session, teller), teller);
    }

    /** A network that just runs has the simulator's own seed, also once it has a scenario. */
    private static OptionalLong seed(Optional<Scenario> scenario, DebugRequest request) {
        return scenario.isPresent() ? request.seed() : OptionalLong.of(Runs.seed(scenario, request.seed()));
    }

    /** A scenario with a sweep is named as it is written, or as one of its runs; by its own name its first run is meant. */
    private static String runOf(CompiledNetwork network, String scenario) {
        List<String> runs = network.scenarios().stream().map(Scenario::name).toList();
        return runs.contains(scenario) ? scenario
                : runs.stream().filter(run -> run.startsWith(scenario + "[")).findFirst().orElse(scenario);
    }

    private static String refusal(ReadModel read) {
        return "The model has errors and is not simulated; the first"
                + read.problems().stream().filter(Problem::isError).findFirst()
                        .map(first -> ", in line " + first.line() + ": " + first.message() + " [" + first.ruleId() + "]")
                        .orElse(" is unknown");
    }
}

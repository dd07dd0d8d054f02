package dmvpn.app.debug;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.SimulationOptions;
import java.nio.file.Path;
import java.util.Optional;

/** Starts debug sessions of models. */
public final class DebugSessions {

    private final ModelReader reader;

    /** @param reader reads the models */
    public DebugSessions(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * Prepares a run of a model; nothing has happened in it yet.
     *
     * @param model a file, or a folder with one model
     * @param scenario name of the scenario; empty for the first one of the model, if it has any
     * @throws RequestException when the model has errors, or no such scenario
     */
    public DebugSession start(Path model, String scenario) throws RequestException {
        ReadModel read = reader.readOne(model, ProgressMonitor.NONE);
        CompiledNetwork network = read.soundNetwork().orElseThrow(() -> new RequestException(refusal(read)));
        Optional<String> chosen = scenario.isEmpty()
                ? network.scenarios().stream().findFirst().map(Scenario::name)
                : Optional.of(scenario);
        try {
            SimulationOptions options = chosen.map(SimulationOptions.DEFAULT::withScenario)
                    .orElse(SimulationOptions.DEFAULT);
            return new DebugSession(network, options);
        } catch (IllegalArgumentException unknownScenario) {
            throw new RequestException(unknownScenario.getMessage());
        }
    }

    private static String refusal(ReadModel read) {
        return "The model has errors and is not simulated; the first"
                + read.problems().stream().filter(Problem::isError).findFirst()
                        .map(first -> ", in line " + first.line() + ": " + first.message() + " [" + first.ruleId() + "]")
                        .orElse(" is unknown");
    }
}

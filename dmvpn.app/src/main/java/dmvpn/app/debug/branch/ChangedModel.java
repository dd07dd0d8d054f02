package dmvpn.app.debug.branch;

import dmvpn.app.RequestException;
import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.dsl.scenario.ScenarioDeclaration;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The text that a run was started from, to be read again with changes in its scenario. What was edited since plays no part.
 *
 * @param file the file of the model
 * @param text what it said when the run was started
 * @param scenario the scenario that runs; empty when the network just runs
 * @param end characters in front of the end of the text of the scenario; empty when it is written in another file
 */
public record ChangedModel(Path file, String text, Optional<Scenario> scenario, OptionalInt end) {

    /** Name of the scenario of a network that just runs, once it is changed. */
    private static final String ADDED_SCENARIO = "Changed";

    /** The text of a model that was read, and where its scenario ends. */
    public static ChangedModel of(ReadModel read, Optional<Scenario> scenario) {
        Optional<Model> model = read.text();
        return new ChangedModel(Path.of(read.file()), model.map(root -> ((DmvpnResource) root.eResource()).text()).orElse(""), scenario,
                scenario.isEmpty() || model.isEmpty() ? OptionalInt.empty() : end(model.get(), scenario.get().name()));
    }

    /** A scenario with a sweep has several runs, whose names have more behind that of the scenario. */
    private static OptionalInt end(Model model, String run) {
        return model.getElements().stream().filter(ScenarioDeclaration.class::isInstance).map(ScenarioDeclaration.class::cast)
                .filter(written -> run.equals(written.getName()) || run.startsWith(written.getName() + "["))
                .mapToInt(written -> NodeModelUtils.findActualNodeFor(written).getEndOffset()).findFirst();
    }

    /** Name of the scenario to run, of its run when it has several. */
    public String scenarioName() {
        return scenario.map(Scenario::name).orElse(ADDED_SCENARIO);
    }

    /**
     * Reads the model with changes. All lines stay where they are.
     *
     * @param duration length of the run
     * @throws RequestException when a change means nothing
     */
    public CompiledNetwork with(List<RunChange> changes, Duration duration, ModelReader reader) throws RequestException {
        String statements = changes.stream().map(RunChange::statement).collect(Collectors.joining(" ", " ", " "));
        ReadModel read = reader.read(file, changed(statements, duration));
        Optional<Problem> error = read.problems().stream().filter(Problem::isError).findFirst();
        if (error.isPresent()) {
            throw new RequestException("'" + changes.getLast().action() + "' cannot be done: " + error.get().message());
        }
        return read.soundNetwork().orElseThrow(() -> new RequestException("The changed model cannot be read"));
    }

    private String changed(String statements, Duration duration) throws RequestException {
        if (scenario.isEmpty()) {
            // On a line of its own: the last line of the text may end with a comment.
            return text + "\nscenario " + ADDED_SCENARIO + " { duration " + duration.toNanos() + "ns" + statements + "}";
        }
        int brace = end.orElseThrow(() -> new RequestException("The scenario " + scenarioName() + " is not written in " + file.getFileName()
                + ": a run of it cannot be changed")) - 1;
        return text.substring(0, brace) + statements + text.substring(brace);
    }
}

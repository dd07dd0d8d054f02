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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/**
 * The text that a run was started from, to be read again with changes in its scenario. What was edited since plays no part.
 *
 * @param file the file of the model
 * @param text what it said when the run was started
 * @param imported what the files said then that it imports
 * @param scenario the scenario that runs; empty when the network just runs
 * @param end characters in front of the end of the text of the scenario; empty when it is written in another file
 */
public record ChangedModel(Path file, String text, Map<Path, String> imported, Optional<Scenario> scenario, OptionalInt end) {

    /** Name of the scenario of a network that just runs, once it is changed. */
    private static final String ADDED_SCENARIO = "Changed";

    /** Keeps an immutable copy of the texts. */
    public ChangedModel {
        imported = Map.copyOf(imported);
    }

    /** The text of a model that was read, and where its scenario ends. */
    public static ChangedModel of(ReadModel read, Optional<Scenario> scenario) {
        Optional<DmvpnResource> resource = read.text().map(root -> (DmvpnResource) root.eResource());
        return new ChangedModel(Path.of(read.file()), resource.map(DmvpnResource::text).orElse(""),
                resource.map(ChangedModel::imported).orElse(Map.of()), scenario,
                scenario.isEmpty() || resource.isEmpty() ? OptionalInt.empty() : end(resource.get().model(), scenario.get().name()));
    }

    private static Map<Path, String> imported(DmvpnResource resource) {
        return resource.withImports().stream().filter(file -> file != resource && file.getURI().isFile())
                .collect(Collectors.toMap(file -> Path.of(file.getURI().toFileString()), DmvpnResource::text));
    }

    /** A scenario with a sweep has several runs, whose names have more behind that of the scenario. */
    private static OptionalInt end(Model model, String run) {
        return model.getElements().stream().filter(ScenarioDeclaration.class::isInstance).map(ScenarioDeclaration.class::cast)
                .filter(written -> run.equals(written.getName()) || run.startsWith(written.getName() + "["))
                .mapToInt(written -> NodeModelUtils.findActualNodeFor(written).getEndOffset()).findFirst();
    }

    /** What a file said when the run was started; empty for one that the model does not consist of. */
    public Optional<String> textOf(Path wanted) {
        Path whole = whole(wanted);
        return whole.equals(whole(file)) ? Optional.of(text)
                : imported.entrySet().stream().filter(each -> whole.equals(whole(each.getKey()))).map(Map.Entry::getValue).findFirst();
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
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
        ReadModel read = reader.read(file, changed(statements, duration), imported);
        Optional<Problem> error = read.problems().stream().filter(Problem::isError).findFirst();
        if (error.isPresent()) {
            throw new RequestException("'" + changes.getLast().action() + "' cannot be done: " + error.get().message());
        }
        return read.soundNetwork().orElseThrow(() -> new RequestException("The changed model cannot be read"));
    }

    private String changed(String statements, Duration duration) throws RequestException {
        if (scenario.isEmpty()) {
            // On a line of its own: the last line of the text may end with a comment.
            return text + "\nscenario " + ADDED_SCENARIO + " { " + length(duration) + statements + "}";
        }
        int brace = end.orElseThrow(() -> new RequestException("The scenario " + scenarioName() + " is not written in " + file.getFileName()
                + ": a run of it cannot be changed")) - 1;
        // Who ran it for longer may change it behind the end that the scenario has: of two lengths the last one counts.
        String longer = duration.compareTo(scenario.get().duration()) > 0 ? " " + length(duration) : "";
        return text.substring(0, brace) + longer + statements + text.substring(brace);
    }

    private static String length(Duration duration) {
        return "duration " + duration.toNanos() + "ns";
    }
}

package dmvpn.app.scenario;

import dmvpn.app.model.ModelReader;
import dmvpn.app.model.ReadModel;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.ScenarioResult.ExpectationResult;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import dmvpn.sim.Simulation;
import dmvpn.sim.SimulationOptions;
import dmvpn.sim.invariant.Violation;
import dmvpn.sim.scenario.Verdict;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.TimelineFormatter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs all scenarios of models and judges their expectations. */
public final class ScenarioTestService {

    private final ModelReader reader;

    /** @param reader reads the models */
    public ScenarioTestService(ModelReader reader) {
        this.reader = reader;
    }

    /**
     * Runs the scenarios of models.
     *
     * @param paths files and folders
     * @param finished told of each scenario when it is over
     */
    public ScenarioTestResult test(List<Path> paths, Consumer<ScenarioResult> finished, ProgressMonitor monitor) {
        return test(paths, scenario -> true, finished, monitor);
    }

    /**
     * Runs some scenarios of models.
     *
     * @param paths files and folders
     * @param wanted whether to run the scenario of that name; a run of a sweep has a name such as {@code HubFails[HQ1]}
     * @param finished told of each scenario when it is over
     */
    public ScenarioTestResult test(List<Path> paths, Predicate<String> wanted, Consumer<ScenarioResult> finished,
            ProgressMonitor monitor) {
        List<String> notRun = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<ScenarioResult> results = new ArrayList<>();
        for (ReadModel model : reader.read(paths, monitor)) {
            model.problems().stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
            if (model.soundNetwork().isEmpty()) {
                notRun.add(model.file());
            }
            boolean ended = run(model, wanted, result -> {
                results.add(result);
                finished.accept(result);
            }, monitor);
            if (!ended) {
                return new ScenarioTestResult(problems, results, notRun, true);
            }
        }
        return new ScenarioTestResult(problems, results, notRun, false);
    }

    /**
     * Runs some scenarios of a model; none of one with errors.
     *
     * @param wanted whether to run the scenario of that name
     * @param finished told of each scenario when it is over
     * @return false when it was stopped before its end
     */
    public static boolean run(ReadModel model, Predicate<String> wanted, Consumer<ScenarioResult> finished, ProgressMonitor monitor) {
        for (Scenario scenario : model.soundNetwork().map(CompiledNetwork::scenarios).orElse(List.of())) {
            if (wanted.test(scenario.name())) {
                monitor.begin("run scenario " + scenario.name() + " of " + model.file());
                Simulation simulation = Simulation.create(
                        model.soundNetwork().orElseThrow(), SimulationOptions.DEFAULT.withScenario(scenario.name()));
                if (!Runs.toEnd(simulation, monitor)) {
                    return false;
                }
                finished.accept(resultOf(model, scenario, simulation));
            }
        }
        return true;
    }

    private static ScenarioResult resultOf(ReadModel model, Scenario scenario, Simulation simulation) {
        TimelineFormatter timeline = new TimelineFormatter(List.of());
        List<ExpectationResult> results = new ArrayList<>();
        simulation.violation().map(violation -> resultOf(model, scenario, violation, simulation.trace(), timeline))
                .ifPresent(results::add);
        simulation.verdicts().forEach(verdict -> results.add(resultOf(model, verdict, simulation.trace(), timeline)));
        return new ScenarioResult(model.file(), model.soundNetwork().orElseThrow().name(), scenario.name(), scenario.seed(),
                results);
    }

    /** What must hold in every run is an expectation of every scenario; it is told of when it is not met. */
    private static ExpectationResult resultOf(ReadModel model, Scenario scenario, Violation violation, BinaryTrace trace,
            TimelineFormatter timeline) {
        return new ExpectationResult("invariant: " + violation.invariant(),
                scenario.origin().isKnown() ? scenario.origin().file() : model.file(),
                Math.max(1, scenario.origin().line()), Math.max(1, scenario.origin().column()), false, violation.text(),
                violation.event() < trace.size() ? timeline.format(trace.event(violation.event())).strip() : "");
    }

    private static ExpectationResult resultOf(ReadModel model, Verdict verdict, BinaryTrace trace,
            TimelineFormatter timeline) {
        OptionalInt violation = verdict.violation();
        boolean known = violation.isPresent() && violation.getAsInt() < trace.size();
        return new ExpectationResult(verdict.text(),
                verdict.origin().isKnown() ? verdict.origin().file() : model.file(),
                Math.max(1, verdict.origin().line()), Math.max(1, verdict.origin().column()), verdict.passed(),
                verdict.explanation(), known ? timeline.format(trace.event(violation.getAsInt())).strip() : "");
    }
}

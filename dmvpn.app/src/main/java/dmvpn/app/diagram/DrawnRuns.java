package dmvpn.app.diagram;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.diagram.glsp.DiagramRuns;
import dmvpn.diagram.glsp.PacketQuestion;
import dmvpn.diagram.glsp.PathQuestion;
import dmvpn.diagram.glsp.RunWatch;
import dmvpn.diagram.glsp.ShownHeaders;
import dmvpn.diagram.glsp.ShownPath;
import dmvpn.diagram.glsp.ShownRun;
import dmvpn.diagram.notation.Diagram;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs scenarios of a text that is drawn, or its network alone, and answers what pages ask about these runs. */
public final class DrawnRuns implements DiagramRuns {

    private static final String ERRORS = "A model with errors is not simulated: mend them first";

    private final DrawnText drawn;
    private final ProgressMonitor monitor;
    private final KeptRuns kept = new KeptRuns();
    /** The network alone, run until it has settled. */
    private Optional<SettledNetwork> settled = Optional.empty();

    /** @param monitor ends runs by cancelling */
    public DrawnRuns(DrawnText drawn, ProgressMonitor monitor) {
        this.drawn = drawn;
        this.monitor = monitor;
    }

    @Override
    public List<String> scenarios() {
        return drawn.shown().soundNetwork().map(network -> network.scenarios().stream().map(Scenario::name).toList()).orElse(List.of());
    }

    @Override
    public CompletionStage<Optional<ShownRun>> run(String scenario, RunWatch watch) {
        DrawnText.Shown shown = drawn.shown();
        Optional<CompiledNetwork> network = shown.soundNetwork();
        return network.isEmpty() || shown.placed().isEmpty()
                ? CompletableFuture.completedStage(Optional.of(ShownRun.none(ERRORS)))
                : CompletableFuture.supplyAsync(() -> Optional.of(run(network.get(), scenario, shown.placed().get().diagram(), watch)));
    }

    private ShownRun run(CompiledNetwork network, String wanted, Diagram diagram, RunWatch watch) {
        Optional<String> scenario = network.scenarioNamed(wanted).or(() -> network.scenarios().stream().findFirst()).map(Scenario::name);
        DebugSession session = KeptRuns.sessionOf(network, scenario);
        if (!KeptRuns.runToEnd(session, monitor, watch)) {
            return ShownRun.none("The simulation was stopped");
        }
        String title = scenario.orElse(network.name());
        return RunRecorder.of(session, diagram, title, kept.keep(new KeptRuns.Kept(session, diagram, title)));
    }

    @Override
    public CompletionStage<ShownPath> path(PathQuestion question) {
        return CompletableFuture.supplyAsync(() -> {
            Optional<KeptRuns.Kept> run = kept.of(question.run());
            if (run.isPresent()) {
                return run.get().at(question.time(), session -> new DrawnPaths(run.get().diagram()).between(session, question,
                        "in " + run.get().title() + " at ", monitor));
            }
            return question.run() == 0 ? settledPath(question)
                    : ShownPath.none("This run is not kept any more: simulate again to see paths in it");
        });
    }

    private synchronized ShownPath settledPath(PathQuestion question) {
        DrawnText.Shown shown = drawn.shown();
        Optional<CompiledNetwork> network = shown.soundNetwork();
        if (network.isEmpty() || shown.placed().isEmpty()) {
            return ShownPath.none(ERRORS);
        }
        if (settled.filter(before -> before.network() == network.get()).isEmpty()) {
            DebugSession session = KeptRuns.sessionOf(network.get(), Optional.empty());
            if (!KeptRuns.runToEnd(session, monitor, RunWatch.NONE)) {
                return ShownPath.none("The simulation was stopped");
            }
            settled = Optional.of(new SettledNetwork(network.get(), session));
        }
        return new DrawnPaths(shown.placed().get().diagram()).between(settled.get().session(), question,
                "once the network has settled: without a scenario, after ", monitor);
    }

    @Override
    public CompletionStage<ShownHeaders> headers(PacketQuestion question) {
        return CompletableFuture.supplyAsync(() -> kept.of(question.run()).map(run -> run.headersAt(question.event()))
                .orElseGet(() -> new ShownHeaders("This run is not kept any more: simulate again to look into its packets", List.of())));
    }

    private record SettledNetwork(CompiledNetwork network, DebugSession session) {
    }
}

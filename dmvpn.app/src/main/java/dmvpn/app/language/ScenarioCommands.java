package dmvpn.app.language;

import dmvpn.app.model.ModelReader;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import dmvpn.app.scenario.ScenarioResult;
import dmvpn.app.scenario.ScenarioTestResult;
import dmvpn.app.scenario.ScenarioTestService;
import dmvpn.dsl.ide.lens.LastVerdict;
import dmvpn.dsl.ide.lens.LastVerdicts;
import dmvpn.dsl.ide.lens.ModelCommands;
import dmvpn.dsl.ide.workspace.DocumentUris;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;

/** Runs scenarios for an editor, one after the other, on a thread of their own. It runs what the disk has. */
final class ScenarioCommands implements ModelCommands, AutoCloseable {

    private final ExecutorService runs = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dmvpn scenario run");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;
    private volatile LanguageClient client;
    private volatile LastVerdicts verdicts;
    private ModelReader reader;

    void connect(LanguageClient newClient, LastVerdicts newVerdicts) {
        client = newClient;
        verdicts = newVerdicts;
    }

    @Override
    public Set<String> known() {
        return Set.of(RUN);
    }

    @Override
    public CompletableFuture<Object> execute(String command, List<String> arguments) {
        Optional<Path> file = arguments.isEmpty() ? Optional.empty() : DocumentUris.path(arguments.getFirst());
        if (file.isEmpty()) {
            client.showMessage(new MessageParams(MessageType.Error, "A scenario can be run when its file is saved"));
            return CompletableFuture.completedFuture(null);
        }
        String scenario = arguments.size() > 1 ? arguments.get(1) : "";
        return CompletableFuture.supplyAsync(() -> run(arguments.getFirst(), file.get(), scenario), runs);
    }

    private Object run(String document, Path file, String wanted) {
        if (reader == null) {
            reader = ModelReader.standalone();
        }
        ProgressMonitor monitor = () -> closed;
        ScenarioTestResult result = new ScenarioTestService(reader).test(List.of(file),
                scenario -> written(scenario).equals(wanted), finished -> { }, monitor);
        List<ScenarioResult> runs = result.scenarios();
        if (!runs.isEmpty()) {
            verdicts.report(document, wanted, verdict(runs));
        }
        client.showMessage(runs.isEmpty() ? notRun(result, wanted) : message(wanted, runs));
        return null;
    }

    /** The scenario as it is written: one with a sweep is run as {@code HubFails[HQ1]} and so on. */
    private static String written(String run) {
        int member = run.indexOf('[');
        return member < 0 ? run : run.substring(0, member);
    }

    private static LastVerdict verdict(List<ScenarioResult> runs) {
        List<ScenarioResult.ExpectationResult> all = runs.stream().flatMap(run -> run.expectations().stream()).toList();
        int met = (int) all.stream().filter(ScenarioResult.ExpectationResult::passed).count();
        return new LastVerdict(met, all.size());
    }

    private static MessageParams message(String scenario, List<ScenarioResult> runs) {
        StringBuilder text = new StringBuilder(scenario + " " + verdict(runs).text());
        for (ScenarioResult run : runs) {
            run.expectations().stream().filter(expectation -> !expectation.passed()).forEach(expectation -> text.append('\n')
                    .append(runs.size() > 1 ? run.scenario() + ": " : "").append(expectation.failure()));
        }
        boolean passed = runs.stream().allMatch(ScenarioResult::passed);
        return new MessageParams(passed ? MessageType.Info : MessageType.Warning, text.toString());
    }

    private static MessageParams notRun(ScenarioTestResult result, String wanted) {
        String reason = result.problems().stream().filter(Problem::isError).findFirst().map(Problem::text)
                .orElse("the saved file has no scenario of this name");
        return new MessageParams(MessageType.Error, "Scenario " + wanted + " was not run: " + reason);
    }

    @Override
    public void close() {
        closed = true;
        runs.shutdown();
    }
}

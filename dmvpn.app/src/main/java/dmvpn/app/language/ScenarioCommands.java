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
        ScenarioTestResult result = new ScenarioTestService(reader).test(List.of(file), finished -> { }, monitor);
        Optional<ScenarioResult> found = Optional.empty();
        for (ScenarioResult scenario : result.scenarios()) {
            verdicts.report(document, scenario.scenario(), verdict(scenario));
            found = scenario.scenario().equals(wanted) ? Optional.of(scenario) : found;
        }
        client.showMessage(found.map(ScenarioCommands::message).orElseGet(() -> notRun(result, wanted)));
        return null;
    }

    private static LastVerdict verdict(ScenarioResult scenario) {
        int met = (int) scenario.expectations().stream().filter(ScenarioResult.ExpectationResult::passed).count();
        return new LastVerdict(met, scenario.expectations().size());
    }

    private static MessageParams message(ScenarioResult scenario) {
        StringBuilder text = new StringBuilder(scenario.scenario() + " " + verdict(scenario).text());
        scenario.expectations().stream().filter(expectation -> !expectation.passed())
                .forEach(expectation -> text.append('\n').append(expectation.failure()));
        return new MessageParams(scenario.passed() ? MessageType.Info : MessageType.Warning, text.toString());
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

package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.files.AtomicFiles;
import dmvpn.app.scenario.JunitXml;
import dmvpn.app.scenario.ScenarioResult;
import dmvpn.app.scenario.ScenarioResult.ExpectationResult;
import dmvpn.app.scenario.ScenarioTestResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn test}. */
@Command(name = "test", header = "Runs the scenarios of models and prints their verdicts.",
        description = "A model without scenarios passes; one with errors does not.")
final class TestCommand extends SessionCommand {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Models, and folders with models.")
    private List<Path> paths;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also writes the verdicts as JUnit XML.")
    private Path junit;

    @Mixin
    private PlatformOptions platform;

    TestCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException, RequestException {
        session().onPlatform(platform.choice());
        ScenarioTestResult result = session().test().test(paths, this::print, session());
        terminal().tellProblems(result.problems());
        if (result.cancelled()) {
            return ExitCode.INTERRUPTED;
        }
        if (junit != null) {
            AtomicFiles.write(junit, JunitXml.format(result));
        }
        long failed = result.scenarios().stream().filter(scenario -> !scenario.passed()).count();
        result.notRun().forEach(file -> terminal().print("NOT RUN " + file + ": a model with errors is not simulated; mend them and test again"));
        terminal().print(result.scenarios().size() + " scenarios, " + failed + " failed"
                + (result.notRun().isEmpty() ? "" : "; those of " + result.notRun().size()
                        + (result.notRun().size() == 1 ? " model" : " models") + " did not run"));
        return result.passed() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private void print(ScenarioResult scenario) {
        long met = scenario.expectations().stream().filter(ExpectationResult::passed).count();
        terminal().print((scenario.passed() ? "passed  " : "FAILED  ") + scenario.network() + " " + scenario.scenario()
                + ": " + met + " of " + scenario.expectations().size() + " expectations met, seed " + scenario.seed());
        scenario.expectations().stream().filter(expectation -> !expectation.passed())
                .forEach(expectation -> terminal().print("  " + expectation.failure()));
    }
}

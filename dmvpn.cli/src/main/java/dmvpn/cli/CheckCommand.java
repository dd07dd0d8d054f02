package dmvpn.cli;

import dmvpn.app.check.CheckResult;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dmvpn check}. */
@Command(name = "check", header = "Reports problems as file:line:col: severity [rule-id] message.",
        description = "Checks models against the rules of the language and of DMVPN. 'dmvpn rules ID' explains a rule.")
final class CheckCommand extends SessionCommand {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Models, and folders with models.")
    private List<Path> paths;

    CheckCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        CheckResult result = session().check().check(paths, session());
        terminal().printProblems(result.problems());
        return result.hasErrors() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}

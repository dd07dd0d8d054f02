package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.check.Baseline;
import dmvpn.app.check.CheckFormat;
import dmvpn.app.check.CheckResult;
import dmvpn.app.files.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn check}. */
@Command(name = "check", header = "Reports problems as file:line:col: severity [rule-id] message.",
        description = "Checks models against the rules of the language and of DMVPN. 'dmvpn rules ID' explains a rule.")
final class CheckCommand extends SessionCommand {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Models, and folders with models.")
    private List<Path> paths;

    @Option(names = "--format", paramLabel = "FORMAT",
            description = "Form of the report: text (the default), json, sarif or junit.")
    private CheckFormat format;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE",
            description = "Writes the report into a file; problems are printed as text besides.")
    private Path out;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Hides the problems that this file knows.")
    private Path baseline;

    @Option(names = "--write-baseline", description = "Writes the file of --baseline: all problems of now become known.")
    private boolean writeBaseline;

    @Option(names = "--omit-accepted",
            description = "Leaves out of a json, sarif or junit report what is suppressed or known, for readers that would show it.")
    private boolean omitAccepted;

    CheckCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException, RequestException {
        CheckFormat wanted = wantedFormat();
        if (writeBaseline && baseline == null) {
            throw new RequestException("--write-baseline needs --baseline FILE, the file to write");
        }
        // A baseline that cannot be read is told before the models are checked.
        Baseline known = baseline == null || writeBaseline ? null : Baseline.read(baseline);
        CheckResult result = session().check().check(paths, session());
        if (session().isCancelled()) {
            return ExitCode.INTERRUPTED; // a part of the models must not pass for all of them
        }
        if (writeBaseline) {
            known = Baseline.of(baseline, result);
            known.write();
            terminal().tell(baseline + " knows " + counted(known.size()));
        }
        CheckResult shown = known == null ? result : known.hide(result);
        report(wanted, omitAccepted ? shown.withoutAccepted() : shown);
        if (!writeBaseline && !shown.known().isEmpty()) {
            terminal().tell(baseline + " hides " + counted(shown.known().size()));
        }
        return shown.hasErrors() ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static String counted(int problems) {
        return problems + (problems == 1 ? " problem" : " problems");
    }

    private CheckFormat wantedFormat() throws RequestException {
        if (json && format != null && format != CheckFormat.JSON) {
            throw new RequestException("--json and --format name different forms of the report: give one of them");
        }
        return json ? CheckFormat.JSON : format == null ? CheckFormat.TEXT : format;
    }

    private void report(CheckFormat wanted, CheckResult shown) throws IOException {
        if (out != null) {
            AtomicFiles.write(out, wanted.report(shown));
        }
        if (out != null || wanted == CheckFormat.TEXT) {
            terminal().printProblems(shown.problems());
        } else {
            wanted.report(shown).lines().forEach(terminal()::print);
        }
    }
}

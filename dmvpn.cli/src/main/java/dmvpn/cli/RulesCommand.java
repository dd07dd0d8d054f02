package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.rules.RulesService.RuleText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dmvpn rules}. */
@Command(name = "rules", header = "Lists the rules that models are checked against, or explains some.")
final class RulesCommand extends SessionCommand {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Rules to explain.")
    private List<String> ids = List.of();

    RulesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException {
        if (ids.isEmpty()) {
            session().rules().all().forEach(rule ->
                    terminal().print(rule.id() + "  " + rule.severity() + "  " + rule.title()));
            return ExitCode.OK;
        }
        for (String id : ids) {
            explain(session().rules().rule(id).orElseThrow(() ->
                    new RequestException("No rule is called '" + id + "'; 'dmvpn rules' lists them all")));
        }
        return ExitCode.OK;
    }

    private void explain(RuleText rule) {
        terminal().print(rule.id() + " (" + rule.severity() + "): " + rule.title());
        terminal().print("  " + rule.explanation());
        terminal().print("  Source: " + rule.source());
    }
}

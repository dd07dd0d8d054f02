package dmvpn.cli;

import dmvpn.app.RequestException;
import dmvpn.app.rules.RulePages;
import dmvpn.app.rules.RuleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmvpn rules}. */
@Command(name = "rules", header = "Lists the rules that models are checked against, or explains some.")
final class RulesCommand extends SessionCommand {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Rules to explain.")
    private List<String> ids = List.of();

    @Option(names = "--area", paramLabel = "AREA", description = "Lists the rules of an area only, such as nhrp or security.")
    private String area;

    @Option(names = "--json", description = "Prints one JSON object a line, with examples.")
    private boolean json;

    @Option(names = "--docs", paramLabel = "DIR", description = "Writes a page for each rule and an index as Markdown.")
    private Path docs;

    RulesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws RequestException, IOException {
        if (docs != null) {
            if (!ids.isEmpty() || area != null || json) {
                throw new RequestException("--docs writes the pages of all rules: give no rules and no other options");
            }
            terminal().print(new RulePages(session().rules()).write(docs) + " pages in " + docs);
            return ExitCode.OK;
        }
        List<RuleText> rules = wanted();
        if (json) {
            rules.forEach(rule -> terminal().print(session().rules().json(rule)));
        } else if (ids.isEmpty()) {
            rules.forEach(rule -> terminal().print(rule.id() + "  " + rule.severity() + "  " + rule.title()));
        } else {
            rules.forEach(this::explain);
        }
        return ExitCode.OK;
    }

    private List<RuleText> wanted() throws RequestException {
        List<RuleText> candidates = area == null ? session().rules().all() : session().rules().ofArea(area);
        if (ids.isEmpty()) {
            return candidates;
        }
        List<RuleText> named = new ArrayList<>();
        for (String id : ids) {
            named.add(candidates.stream().filter(rule -> rule.id().equalsIgnoreCase(id)).findFirst().orElseThrow(() ->
                    new RequestException("No rule is called '" + id + "'"
                            + (area == null ? "" : " in the area " + area) + "; 'dmvpn rules' lists them all")));
        }
        return named;
    }

    private void explain(RuleText rule) {
        terminal().print(rule.id() + " (" + rule.severity() + "): " + rule.title());
        terminal().print("  " + rule.explanation());
        terminal().print("  Source: " + rule.source());
        if (!rule.area().equals("tool")) {
            terminal().print("  " + session().rules().mend(rule));
        }
        RuleText.Examples examples = session().rules().examples(rule);
        examples.withoutModel().ifPresent(sentence -> terminal().print("  What breaks it: " + sentence));
        examples.breaks().ifPresent(model -> printModel("A model that breaks it", model));
        examples.sound().ifPresent(model -> printModel("A model that does not", model));
    }

    private void printModel(String title, String model) {
        terminal().print("");
        terminal().print("  " + title + ":");
        terminal().print("");
        model.lines().forEach(line -> terminal().print(line.isEmpty() ? "" : "    " + line));
    }
}

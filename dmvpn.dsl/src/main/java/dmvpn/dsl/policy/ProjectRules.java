package dmvpn.dsl.policy;

import dmvpn.network.rules.Finding;
import dmvpn.network.rules.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project says about rules, in its file {@code dmvpn.rules}.
 *
 * @param file the file; empty without one
 * @param text what it holds
 * @param levels what it makes of rules, by identifier
 * @param findings what is wrong with the file itself; their origin names it
 */
public record ProjectRules(Optional<Path> file, String text, Map<String, Level> levels, List<Finding> findings) {

    /** Name of the file. */
    public static final String FILE_NAME = "dmvpn.rules";

    /** A project that says nothing. */
    public static final ProjectRules NONE = new ProjectRules(Optional.empty(), "", Map.of(), List.of());

    /** Keeps immutable copies. */
    public ProjectRules {
        levels = Map.copyOf(levels);
        findings = List.copyOf(findings);
    }

    /** What the project makes of a rule; empty when it leaves it as it is. */
    public Optional<Level> level(Rule rule) {
        return Optional.ofNullable(levels.get(rule.id()));
    }
}

package dmvpn.dsl.ide.rules;

import dmvpn.network.rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/**
 * Pages of rules as files, for links that work without a network: a folder of this process's own among the temporary files,
 * which goes with it. A link is known at once; its page is written soon after, since writing all of them would delay the
 * first problems that somebody waits for. Not safe for use by several threads at once.
 */
public final class RulePageFiles {

    private final Function<Rule, String> pages;
    private final Set<String> linked = new HashSet<>();
    private final Queue<Rule> unwritten = new ArrayDeque<>();
    private Path folder;
    private boolean failed;

    /** @param pages writes the page of a rule */
    public RulePageFiles(Function<Rule, String> pages) {
        this.pages = pages;
    }

    /** Where the page of a rule is, or will be when {@link #writeNext} has nothing more to do; empty where none can be. */
    public Optional<String> link(String ruleId) {
        Optional<Rule> rule = RulePage.rule(ruleId);
        if (rule.isEmpty() || !hasFolder()) {
            return Optional.empty();
        }
        if (linked.add(ruleId)) {
            unwritten.add(rule.get());
        }
        return Optional.of(file(ruleId).toUri().toString());
    }

    private Path file(String ruleId) {
        return folder.resolve(ruleId + ".md");
    }

    private boolean hasFolder() {
        if (folder == null && !failed) {
            try {
                folder = Files.createTempDirectory("dmvpn-rules");
                folder.toFile().deleteOnExit();
            } catch (IOException full) {
                failed = true; // without a page the problem still says what is wrong
            }
        }
        return folder != null;
    }

    /** True when a page that something leads to is not written yet. */
    public boolean hasUnwritten() {
        return !unwritten.isEmpty();
    }

    /** Writes one page; nothing when all are written. */
    public void writeNext() {
        Rule rule = unwritten.poll();
        if (rule != null) {
            try {
                file(rule.id()).toFile().deleteOnExit();
                Files.writeString(file(rule.id()), pages.apply(rule));
            } catch (IOException full) {
                linked.remove(rule.id()); // the next problem of the rule tries again
            }
        }
    }
}

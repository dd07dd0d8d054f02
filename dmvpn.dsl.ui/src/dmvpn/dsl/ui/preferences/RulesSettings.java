package dmvpn.dsl.ui.preferences;

import dmvpn.dsl.ide.rules.RulesFileText;
import dmvpn.dsl.policy.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a {@code dmvpn.rules} makes of rules, while somebody changes it. */
final class RulesSettings {

    private final String before;
    private final Map<String, Level> levels;
    private final Map<String, Optional<Level>> changes = new LinkedHashMap<>();

    /** @param before text of the file, or what to begin a new one with */
    RulesSettings(String before) {
        this.before = before;
        this.levels = RulesFileText.levels(before);
    }

    /** What becomes of a rule; empty when it is left as it is. */
    Optional<Level> level(String rule) {
        return changes.getOrDefault(rule, Optional.ofNullable(levels.get(rule)));
    }

    void set(String rule, Optional<Level> level) {
        changes.put(rule, level);
    }

    /** Leaves all rules as they are. */
    void restoreDefaults() {
        changes.clear();
        levels.keySet().forEach(rule -> changes.put(rule, Optional.empty()));
    }

    boolean isChanged() {
        return changes.entrySet().stream()
                .anyMatch(change -> !change.getValue().equals(Optional.ofNullable(levels.get(change.getKey()))));
    }

    /** The text that the file shall have. */
    String text() {
        return RulesFileText.with(before, changes);
    }
}

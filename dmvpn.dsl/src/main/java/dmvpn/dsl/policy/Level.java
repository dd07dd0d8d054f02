package dmvpn.dsl.policy;

import dmvpn.network.rules.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a project makes of a rule. */
public enum Level {
    /** Findings are errors. */
    ERROR(Severity.ERROR),
    /** Findings are warnings. */
    WARNING(Severity.WARNING),
    /** Findings are worth knowing. */
    INFO(Severity.INFO),
    /** There are no findings. */
    OFF(null);

    private final Severity severity;

    Level(Severity severity) {
        this.severity = severity;
    }

    /** The level that a word names, in any case. */
    public static Optional<Level> of(String word) {
        return Stream.of(values()).filter(level -> level.label().equalsIgnoreCase(word)).findFirst();
    }

    /** The words of all levels. */
    public static List<String> labels() {
        return Stream.of(values()).map(Level::label).toList();
    }

    /** The word in a file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How bad findings are; empty when there are none. */
    public Optional<Severity> severity() {
        return Optional.ofNullable(severity);
    }
}

package dmvpn.config.writer;

import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;

/** Collects the lines and notes of one configuration while a writer goes through its sections. */
public final class ConfigurationOutput {

    private final List<ConfigurationLine> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Adds lines.
     *
     * @param origin what made them
     * @param text any number of lines; blank ones are left out
     */
    public void add(Origin origin, CharSequence text) {
        text.toString().lines().filter(line -> !line.isBlank()).map(String::stripTrailing)
                .forEach(line -> lines.add(new ConfigurationLine(line, origin)));
    }

    /** Adds lines exactly as they are. */
    public void addVerbatim(Origin origin, String text) {
        text.lines().forEach(line -> lines.add(new ConfigurationLine(line, origin)));
    }

    /** Adds a sentence for the person who asked for the configuration; the same sentence appears once. */
    public void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /** What was collected. */
    public ConfigurationText toText() {
        return new ConfigurationText(lines, notes);
    }
}

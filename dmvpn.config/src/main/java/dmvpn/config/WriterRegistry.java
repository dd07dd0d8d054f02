package dmvpn.config;

import dmvpn.config.cisco.CiscoWriter;
import dmvpn.config.frr.FrrWriter;
import dmvpn.config.writer.ConfigurationWriter;
import dmvpn.config.writer.UnknownTargetException;
import java.util.List;

/** The writers that there are, by keyword. */
public final class WriterRegistry {

    private final List<ConfigurationWriter> writers;

    private WriterRegistry(List<ConfigurationWriter> writers) {
        this.writers = List.copyOf(writers);
    }

    /** The writers of this product. */
    public static WriterRegistry standard() {
        return new WriterRegistry(List.of(new CiscoWriter(), new FrrWriter()));
    }

    /** Keywords that {@link #writer} knows, in order. */
    public List<String> keywords() {
        return writers.stream().map(ConfigurationWriter::keyword).toList();
    }

    /**
     * The writer of that keyword.
     *
     * @throws UnknownTargetException with a sentence for people when there is none
     */
    public ConfigurationWriter writer(String keyword) {
        return writers.stream().filter(writer -> writer.keyword().equals(keyword)).findFirst()
                .orElseThrow(() -> new UnknownTargetException(message(keyword)));
    }

    private String message(String keyword) {
        return "'" + keyword + "' is not a configuration format: use " + String.join(", ", keywords());
    }
}

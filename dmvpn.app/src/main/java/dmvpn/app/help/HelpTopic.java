package dmvpn.app.help;

import java.util.List;

/**
 * An entry of the table of contents.
 *
 * @param title what people read
 * @param path path of the page below the documentation, such as {@code rules/R-NH-05.md}
 * @param children entries below it
 */
public record HelpTopic(String title, String path, List<HelpTopic> children) {

    /** Keeps an immutable copy of the list. */
    public HelpTopic {
        children = List.copyOf(children);
    }

    /** An entry with nothing below it. */
    public HelpTopic(String title, String path) {
        this(title, path, List.of());
    }
}

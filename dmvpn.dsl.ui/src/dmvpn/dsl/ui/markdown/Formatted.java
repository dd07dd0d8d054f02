package dmvpn.dsl.ui.markdown;

import java.util.List;
import java.util.Optional;

/**
 * A text for people with what its parts look like.
 *
 * @param text the text without marks
 * @param spans parts of a look of their own, in their order; they may overlap where looks add up
 */
public record Formatted(String text, List<Span> spans) {

    /** What a part looks like. */
    public enum Look {
        /** Stressed. */
        BOLD,
        /** A word of the language or of a vendor, in the font of the editor. */
        CODE,
        /** Lines of a model, in the font and the colours of the editor. */
        MODEL,
        /** A title. */
        HEADING,
        /** Leads to somewhere. */
        LINK
    }

    /**
     * A part.
     *
     * @param target where a link leads to; empty for all else
     */
    public record Span(int offset, int length, Look look, String target) {

        int end() {
            return offset + length;
        }
    }

    /** The links, in their order. */
    public List<Span> links() {
        return spans.stream().filter(span -> span.look() == Look.LINK).toList();
    }

    /** The link at a place. */
    public Optional<Span> linkAt(int offset) {
        return links().stream().filter(link -> link.offset() <= offset && offset < link.end()).findFirst();
    }
}

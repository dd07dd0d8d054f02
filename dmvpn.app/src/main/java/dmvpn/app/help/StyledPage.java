package dmvpn.app.help;

import java.util.List;
import java.util.Optional;

/**
 * A page as plain text with what its parts look like.
 *
 * @param text the text
 * @param spans what parts of it look like, in order; they do not overlap
 */
public record StyledPage(String text, List<Span> spans) {

    /** What a part looks like. */
    public enum Style { TITLE, HEADING, BOLD, ITALIC, CODE, LINK }

    /**
     * A part of the text.
     *
     * @param style what it looks like
     * @param offset characters before it
     * @param length characters of it
     * @param target where a link leads, the name of a heading; empty for others
     */
    public record Span(Style style, int offset, int length, String target) {

        /** True when a character is in it. */
        public boolean contains(int position) {
            return position >= offset && position < offset + length;
        }
    }

    /** Keeps an immutable copy of the list. */
    public StyledPage {
        spans = List.copyOf(spans);
    }

    /**
     * A heading.
     *
     * @param title its words
     * @param anchor its name in links
     */
    public record Heading(String title, String anchor) {
    }

    /** The headings, in order. */
    public List<Heading> headings() {
        return spans.stream().filter(span -> span.style() == Style.HEADING || span.style() == Style.TITLE)
                .map(span -> new Heading(text.substring(span.offset(), span.offset() + span.length()), span.target())).toList();
    }

    /** The link at a character. */
    public Optional<Span> linkAt(int position) {
        return spans.stream().filter(span -> span.style() == Style.LINK && span.contains(position)).findFirst();
    }

    /** The heading of a name. */
    public Optional<Span> heading(String anchor) {
        return spans.stream().filter(span -> (span.style() == Style.HEADING || span.style() == Style.TITLE)
                && span.target().equals(anchor)).findFirst();
    }
}

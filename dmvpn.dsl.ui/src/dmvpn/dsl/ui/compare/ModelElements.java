package dmvpn.dsl.ui.compare;

import dmvpn.dsl.ide.highlight.LexicalHighlighter;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Kind;
import dmvpn.dsl.ide.highlight.LexicalHighlighter.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements of a text and the lines of their blocks, as far as tokens tell. A comparison is computed on the UI thread, so
 * nobody is asked; and an older state, or one in conflict, need not be sound.
 */
final class ModelElements {

    /**
     * A part of a text.
     *
     * @param word its first word
     * @param id its words without values: what it is called on both sides, whatever its values are
     */
    record Part(String word, String id, int start, int end, List<Part> parts) {
    }

    private final String text;
    private final List<Part> elements = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private Open element;
    private Open line;
    private int depth;
    private int lastEnd;

    private ModelElements(String text) {
        this.text = text;
    }

    /** The elements in the order of the text. */
    static List<Part> of(String text) {
        ModelElements reader = new ModelElements(text);
        reader.read();
        return List.copyOf(reader.elements);
    }

    private void read() {
        boolean startsLine = true;
        for (Token token : new LexicalHighlighter().tokens(text)) {
            String image = text.substring(token.offset(), token.offset() + token.length());
            if (token.kind() == Kind.COMMENT || image.isBlank() || image.strip().equals(";")) {
                startsLine |= image.indexOf('\n') >= 0;
            } else {
                read(token, image, startsLine);
                startsLine = false;
                lastEnd = token.offset() + token.length();
            }
        }
        endElement(lastEnd);
    }

    private void read(Token token, String image, boolean startsLine) {
        if (image.equals("{")) {
            depth++;
            if (element != null) {
                element.hasBlock = true;
            }
        } else if (image.equals("}")) {
            depth = Math.max(0, depth - 1);
            if (depth == 0) {
                endLine();
                endElement(token.offset() + 1);
            }
        } else if (depth == 0) {
            if (element == null || startsLine && !element.hasBlock) {
                endElement(lastEnd);
                element = new Open(token.offset());
            }
            element.add(token.kind(), image);
        } else if (depth == 1) {
            if (startsLine) {
                endLine();
                line = new Open(token.offset());
            }
            if (line != null) {
                line.add(token.kind(), image);
            }
        }
    }

    private void endLine() {
        if (line != null && element != null) {
            element.parts.add(line.close(lastEnd, element.names));
        }
        line = null;
    }

    private void endElement(int end) {
        endLine();
        if (element != null) {
            elements.add(element.close(end, names));
        }
        element = null;
    }

    /** A part whose end is not read yet. */
    private static final class Open {

        private final int start;
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, Integer> names = new HashMap<>();
        private String word = "";
        private String id = "";
        private int words;
        private boolean hasBlock;

        Open(int start) {
            this.start = start;
        }

        void add(Kind kind, String image) {
            if (words++ == 0) {
                word = image;
                id = image;
            } else if (words == 2 && (kind == Kind.KEYWORD || kind == Kind.STRING || Character.isLetter(image.charAt(0)))) {
                id += " " + image;
            }
        }

        /** Of several with the same words each has its number. */
        Part close(int end, Map<String, Integer> siblings) {
            int number = siblings.merge(id, 1, Integer::sum);
            return new Part(word, number == 1 ? id : id + " (" + number + ")", start, end, List.copyOf(parts));
        }
    }
}

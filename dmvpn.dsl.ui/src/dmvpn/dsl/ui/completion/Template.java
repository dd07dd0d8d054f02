package dmvpn.dsl.ui.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A snippet of the language server taken apart: its text, and where its tab stops are in it (LSP 3.17, "Snippet Syntax":
 * {@code $1}, {@code ${1}}, {@code ${1:text}} and the escapes by a backslash, which is what the server sends).
 *
 * @param text what is inserted
 * @param stops the tab stops in the order in which people visit them; those of one number are changed together
 * @param end where the caret is when the last stop is left
 */
record Template(String text, List<Stop> stops, int end) {

    /** A tab stop: one number, at one or several places. */
    record Stop(List<Place> places) {
    }

    /** A part of the text. */
    record Place(int offset, int length) {
    }

    /** A text without tab stops. */
    static Template plain(String text) {
        return new Template(text, List.of(), text.length());
    }

    /**
     * Takes a snippet apart.
     *
     * @param lineDelimiter what ends a line in the document
     * @param indentation what each line of the snippet but the first begins with
     */
    static Template of(String snippet, String lineDelimiter, String indentation) {
        return new Reader(snippet.replace("\n", lineDelimiter + indentation)).read();
    }

    private static final class Reader {

        private final String snippet;
        private final StringBuilder text = new StringBuilder();
        private final Map<Integer, List<Place>> stops = new TreeMap<>();
        private int position;

        Reader(String snippet) {
            this.snippet = snippet;
        }

        Template read() {
            while (position < snippet.length()) {
                char next = snippet.charAt(position);
                if (next == '\\' && position + 1 < snippet.length()) {
                    text.append(snippet.charAt(position + 1));
                    position += 2;
                } else if (next == '$' && startsStop()) {
                    readStop();
                } else {
                    text.append(next);
                    position++;
                }
            }
            List<Place> last = stops.remove(0);
            return new Template(text.toString(), stops.values().stream().map(Stop::new).toList(),
                    last == null ? text.length() : last.getFirst().offset());
        }

        private boolean startsStop() {
            int digit = position + (snippet.startsWith("${", position) ? 2 : 1);
            return digit < snippet.length() && Character.isDigit(snippet.charAt(digit));
        }

        private void readStop() {
            boolean braces = snippet.startsWith("${", position);
            position += braces ? 2 : 1;
            int start = position;
            while (position < snippet.length() && Character.isDigit(snippet.charAt(position))) {
                position++;
            }
            int number = Integer.parseInt(snippet.substring(start, position));
            int offset = text.length();
            if (braces) {
                readPlaceholder();
            }
            stops.computeIfAbsent(number, key -> new ArrayList<>()).add(new Place(offset, text.length() - offset));
        }

        private void readPlaceholder() {
            if (position < snippet.length() && snippet.charAt(position) == ':') {
                position++;
            }
            while (position < snippet.length() && snippet.charAt(position) != '}') {
                if (snippet.charAt(position) == '\\' && position + 1 < snippet.length()) {
                    position++;
                }
                text.append(snippet.charAt(position++));
            }
            position++;
        }
    }
}

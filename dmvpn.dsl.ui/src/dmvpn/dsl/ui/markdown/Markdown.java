package dmvpn.dsl.ui.markdown;

import dmvpn.dsl.ui.markdown.Formatted.Look;
import dmvpn.dsl.ui.markdown.Formatted.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the Markdown that the language server writes: paragraphs, headings, bold, code, links, fenced blocks, tables, lists
 * and lines between parts. It is shown without a browser, which not every system has.
 */
public final class Markdown {

    private static final String RULE = "─".repeat(40);

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final List<String> table = new ArrayList<>();

    private Markdown() {
    }

    /** The text with its looks. */
    public static Formatted read(String markdown) {
        Markdown reader = new Markdown();
        reader.readLines(markdown.lines().toList());
        String text = reader.text.toString().stripTrailing();
        List<Span> inside = reader.spans.stream()
                .map(span -> new Span(span.offset(), Math.min(span.length(), text.length() - span.offset()), span.look(), span.target()))
                .filter(span -> span.length() > 0)
                .sorted(Comparator.comparingInt(Span::offset)).toList();
        return new Formatted(text, inside);
    }

    private void readLines(List<String> lines) {
        int blockStart = -1;
        boolean model = false;
        for (String line : lines) {
            if (line.startsWith("```")) {
                if (blockStart < 0) {
                    endTable();
                    model = line.length() == 3 || line.endsWith("dmvpn");
                    blockStart = text.length();
                } else {
                    add(blockStart, model ? Look.MODEL : Look.CODE);
                    blockStart = -1;
                }
            } else if (blockStart >= 0) {
                text.append(line).append('\n');
            } else if (line.startsWith("|")) {
                table.add(line);
            } else {
                endTable();
                readLine(line);
            }
        }
        if (blockStart >= 0) {
            add(blockStart, model ? Look.MODEL : Look.CODE);
        }
        endTable();
    }

    private void readLine(String line) {
        int start = text.length();
        if (line.matches("#+ .*")) {
            readInline(line.substring(line.indexOf(' ') + 1));
            add(start, Look.HEADING);
        } else if (line.equals("---")) {
            text.append(RULE);
        } else if (line.startsWith("- ") || line.startsWith("* ")) {
            text.append("• ");
            readInline(line.substring(2));
        } else {
            readInline(line);
        }
        text.append('\n');
    }

    private void readInline(String line) {
        int bold = -1;
        int position = 0;
        while (position < line.length()) {
            char next = line.charAt(position);
            int close = next == '`' ? line.indexOf('`', position + 1) : next == '[' ? line.indexOf("](", position) : -1;
            int end = next == '[' && close > 0 ? line.indexOf(')', close) : -1;
            if (next == '\\' && position + 1 < line.length() && !Character.isLetterOrDigit(line.charAt(position + 1))) {
                text.append(line.charAt(position + 1));
                position += 2;
            } else if (line.startsWith("**", position)) {
                if (bold >= 0) {
                    add(bold, Look.BOLD);
                    bold = -1;
                } else {
                    bold = text.length();
                }
                position += 2;
            } else if (next == '`' && close > 0) {
                int start = text.length();
                text.append(line, position + 1, close);
                add(start, Look.CODE);
                position = close + 1;
            } else if (end > 0) {
                int start = text.length();
                text.append(line, position + 1, close);
                spans.add(new Span(start, text.length() - start, Look.LINK, line.substring(close + 2, end)));
                position = end + 1;
            } else {
                text.append(next);
                position++;
            }
        }
    }

    /** Columns of one width in the font of the editor: what stands below each other belongs together. */
    private void endTable() {
        if (table.isEmpty()) {
            return;
        }
        List<List<String>> rows = table.stream().filter(row -> !row.matches("[|:\\- ]+")).map(Markdown::cells).toList();
        table.clear();
        int start = text.length();
        for (int row = 0; row < rows.size(); row++) {
            int rowStart = text.length();
            for (int column = 0; column < rows.get(row).size(); column++) {
                boolean last = column == rows.get(row).size() - 1;
                String cell = rows.get(row).get(column);
                text.append(cell).append(last ? "" : " ".repeat(width(rows, column) - cell.length() + 2));
            }
            if (row == 0) {
                add(rowStart, Look.BOLD);
            }
            text.append('\n');
        }
        add(start, Look.CODE);
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().filter(row -> row.size() > column).mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int index = 1; index < row.length(); index++) {
            char next = row.charAt(index);
            if (next == '\\' && index + 1 < row.length()) {
                cell.append(row.charAt(++index));
            } else if (next == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (next != '`') {
                cell.append(next);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString().strip());
        }
        return cells;
    }

    private void add(int start, Look look) {
        spans.add(new Span(start, text.length() - start, look, ""));
    }
}

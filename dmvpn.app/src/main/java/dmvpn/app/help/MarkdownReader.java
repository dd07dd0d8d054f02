package dmvpn.app.help;

import dmvpn.app.help.StyledPage.Span;
import dmvpn.app.help.StyledPage.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Markdown that the documentation is written in: headings, paragraphs, lists, tables, blocks of code; bold,
 * italic, code and links in a line. It is not meant for anybody else's Markdown.
 */
public final class MarkdownReader {

    private static final Pattern INLINE = Pattern.compile(
            "`(?<code>[^`]+)`|\\*\\*(?<bold>[^*]+)\\*\\*|(?<![\\w*])\\*(?<italic>[^*\\s][^*]*)\\*|!?\\[(?<label>[^\\]]*)\\]\\((?<target>(?:[^()\\s]|\\([^()\\s]*\\))*)\\)|\\\\(?<escaped>[\\\\`*_|<>\\[\\]])");
    private static final Pattern ITEM = Pattern.compile("(\\s*)([*-]|\\d+\\.)\\s+(.*)");
    private static final Pattern RULE_OF_TABLE = Pattern.compile("\\|[-|: ]+\\|?");

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private final List<String[]> table = new ArrayList<>();
    private boolean inParagraph;

    private MarkdownReader() {
    }

    /** Reads a page. */
    public static StyledPage read(String markdown) {
        MarkdownReader reader = new MarkdownReader();
        boolean isCode = false;
        for (String line : markdown.lines().toList()) {
            if (line.strip().startsWith("```")) {
                reader.endBlock();
                isCode = !isCode;
            } else if (isCode) {
                reader.styled(Style.CODE, "    " + line, "");
                reader.text.append('\n');
            } else {
                reader.line(line);
            }
        }
        reader.endBlock();
        return new StyledPage(reader.text.toString().stripTrailing() + "\n", reader.spans);
    }

    private void line(String line) {
        Matcher item = ITEM.matcher(line);
        if (line.startsWith("|")) {
            endParagraph();
            if (!RULE_OF_TABLE.matcher(line.strip()).matches()) {
                table.add(cells(line));
            }
        } else if (line.isBlank()) {
            endBlock();
        } else if (line.startsWith("#")) {
            endBlock();
            heading(line);
        } else if (item.matches()) {
            endParagraph();
            text.append("  ").append(item.group(1)).append(item.group(2).length() == 1 ? "•" : item.group(2)).append(' ');
            inline(item.group(3));
            inParagraph = true;
        } else if (line.strip().equals("---")) {
            endBlock();
            text.append("────────\n\n");
        } else {
            endTable();
            text.append(inParagraph ? " " : "");
            inline(line.strip());
            inParagraph = true;
        }
    }

    private void heading(String line) {
        int level = line.indexOf(' ');
        String heading = level < 0 ? line : line.substring(level + 1).strip();
        int start = text.length();
        String plain = heading.replaceAll("[`*\\\\]", "").replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
        text.append(plain);
        spans.add(new Span(level == 1 ? Style.TITLE : Style.HEADING, start, plain.length(), HelpLibrary.anchor(heading)));
        text.append("\n\n");
    }

    private static String[] cells(String line) {
        String inside = line.strip().replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
        String[] cells = inside.split("(?<!\\\\)\\|", -1);
        for (int index = 0; index < cells.length; index++) {
            cells[index] = cells[index].strip();
        }
        return cells;
    }

    /** A row for each entry: its first cell, and below it what the others say under the heads of their columns. */
    private void endTable() {
        if (table.isEmpty()) {
            return;
        }
        String[] heads = table.getFirst();
        for (String[] row : table.subList(1, table.size())) {
            text.append("  • ");
            inline(row[0]);
            for (int column = 1; column < row.length; column++) {
                if (!row[column].isEmpty()) {
                    text.append("\n      ");
                    styled(Style.ITALIC, (column < heads.length ? heads[column].replaceAll("[`*]", "") : "") + ": ", "");
                    inline(row[column]);
                }
            }
            text.append('\n');
        }
        table.clear();
        text.append('\n');
    }

    private void endParagraph() {
        if (inParagraph) {
            text.append('\n');
            inParagraph = false;
        }
    }

    private void endBlock() {
        endTable();
        endParagraph();
        if (!text.isEmpty() && text.lastIndexOf("\n\n") != text.length() - 2) {
            text.append('\n');
        }
    }

    private void inline(String line) {
        Matcher part = INLINE.matcher(line);
        int read = 0;
        while (part.find()) {
            text.append(line, read, part.start());
            if (part.group("code") != null) {
                styled(Style.CODE, part.group("code"), "");
            } else if (part.group("bold") != null) {
                styled(Style.BOLD, part.group("bold").replace("`", ""), "");
            } else if (part.group("italic") != null) {
                styled(Style.ITALIC, part.group("italic"), "");
            } else if (part.group().startsWith("!")) {
                styled(Style.ITALIC, part.group("label"), ""); // pictures are for those who read in a browser
            } else if (part.group("target") != null) {
                styled(Style.LINK, part.group("label").replace("`", "").replace("\\", ""), part.group("target"));
            } else {
                text.append(part.group("escaped"));
            }
            read = part.end();
        }
        text.append(line, read, line.length());
    }

    private void styled(Style style, String part, String target) {
        spans.add(new Span(style, text.length(), part.length(), target));
        text.append(part);
    }
}

package dmvpn.dsl.ide.formatting;

import com.google.inject.Inject;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.formatting.ModelFormatter.Change;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.util.CancelIndicator;

/** Formatting of a document, of some of its lines, and of a block when its closing brace is typed. */
public final class FormatService {

    /** The character that formats the block that it closes. */
    public static final String TRIGGER = "}";

    private final ModelFormatter formatter;

    /** Created by the language's injector. */
    @Inject
    public FormatService(ModelFormatter formatter) {
        this.formatter = formatter;
    }

    /** The edits that format the whole document. */
    public List<TextEdit> format(ModelDocument document, CancelIndicator cancelled) {
        return edits(document, changes(document, cancelled));
    }

    /** The edits that format the lines that a range touches. */
    public List<TextEdit> format(ModelDocument document, Range range, CancelIndicator cancelled) {
        int firstLine = range.getStart().getLine();
        int lastLine = range.getEnd().getLine()
                - (range.getEnd().getCharacter() == 0 && range.getEnd().getLine() > firstLine ? 1 : 0);
        return edits(document, changes(document, cancelled).stream()
                .filter(change -> isWithin(document, change, firstLine, lastLine))
                .toList());
    }

    /** The edits that format the block which the brace in front of a position closes. */
    public List<TextEdit> formatBlock(ModelDocument document, Position behindBrace) {
        int closing = document.lines().offset(behindBrace) - 1;
        int opening = opening(document.text(), closing);
        return opening < 0
                ? List.of()
                : format(document, new Range(document.lines().position(opening), document.lines().position(closing)),
                        CancelIndicator.NullImpl);
    }

    /** What a change moves is what stands behind it. */
    private static boolean isWithin(ModelDocument document, Change change, int firstLine, int lastLine) {
        int line = document.lines().position(change.offset() + change.length()).getLine();
        return line >= firstLine && line <= lastLine;
    }

    private static int opening(String text, int closing) {
        if (closing < 0 || text.charAt(closing) != '}') {
            return -1;
        }
        int depth = 0;
        for (int index = closing; index >= 0; index--) {
            depth += text.charAt(index) == '}' ? 1 : text.charAt(index) == '{' ? -1 : 0;
            if (depth == 0) {
                return index;
            }
        }
        return -1;
    }

    private List<Change> changes(ModelDocument document, CancelIndicator cancelled) {
        IParseResult parsed = document.resource().getParseResult();
        return parsed == null ? List.of() : formatter.changes(document.text(), parsed.getRootNode(), cancelled);
    }

    private static List<TextEdit> edits(ModelDocument document, List<Change> changes) {
        return changes.stream()
                .map(change -> new TextEdit(document.lines().range(change.offset(), change.length()), change.text()))
                .toList();
    }
}

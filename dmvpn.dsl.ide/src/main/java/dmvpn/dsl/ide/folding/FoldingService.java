package dmvpn.dsl.ide.folding;

import dmvpn.dsl.ide.document.DocumentLines;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.syntax.ModelLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;

/** Blocks, vendor lines, comments over several lines and runs of comment lines. It reads tokens, so broken text folds too. */
public final class FoldingService {

    /** The ranges, in the order of the text; each spans at least two lines. */
    public List<FoldingRange> ranges(ModelDocument document) {
        return new Reader(document.text(), document.lines()).read();
    }

    private static final class Reader {

        private static final int NONE = -1;

        private final String text;
        private final DocumentLines lines;
        private final List<FoldingRange> ranges = new ArrayList<>();
        private final Deque<Integer> open = new ArrayDeque<>();
        private int firstCommentLine = NONE;
        private int lastCommentLine = NONE;
        private int lastWordLine = NONE;

        Reader(String text, DocumentLines lines) {
            this.text = text;
            this.lines = lines;
        }

        List<FoldingRange> read() {
            ModelLexer lexer = new ModelLexer(new ANTLRStringStream(text));
            for (Token next = lexer.nextToken(); next.getType() != Token.EOF; next = lexer.nextToken()) {
                CommonToken token = (CommonToken) next;
                if (token.getType() != ModelLexer.RULE_WS) {
                    read(token, line(token.getStartIndex()));
                }
            }
            endComments();
            ranges.sort(Comparator.comparingInt(FoldingRange::getStartLine));
            return ranges;
        }

        private void read(CommonToken token, int line) {
            if (token.getType() == ModelLexer.RULE_SL_COMMENT) {
                if (line == lastWordLine) {
                    return; // it speaks of its line
                }
                if (lastCommentLine == NONE || line != lastCommentLine + 1) {
                    endComments();
                    firstCommentLine = line;
                }
                lastCommentLine = line;
                return;
            }
            endComments();
            lastWordLine = line(token.getStopIndex());
            switch (token.getType()) {
                case ModelLexer.RULE_ML_COMMENT -> add(line, lastWordLine, FoldingRangeKind.Comment);
                case ModelLexer.RULE_RAW -> add(line, lastWordLine, FoldingRangeKind.Region);
                default -> readBrace(text.substring(token.getStartIndex(), token.getStopIndex() + 1), line);
            }
        }

        private void readBrace(String image, int line) {
            if (image.equals("{")) {
                open.push(line);
            } else if (image.equals("}") && !open.isEmpty()) {
                add(open.pop(), line - 1, FoldingRangeKind.Region); // the closing brace stays in sight
            }
        }

        private void endComments() {
            if (firstCommentLine != NONE) {
                add(firstCommentLine, lastCommentLine, FoldingRangeKind.Comment);
                firstCommentLine = NONE;
                lastCommentLine = NONE;
            }
        }

        private void add(int first, int last, String kind) {
            if (last > first) {
                FoldingRange range = new FoldingRange(first, last);
                range.setKind(kind);
                ranges.add(range);
            }
        }

        private int line(int offset) {
            return lines.position(offset).getLine();
        }
    }
}

package dmvpn.dsl.ide.semantic;

import dmvpn.dsl.ide.document.DocumentLines;
import dmvpn.dsl.ide.document.ModelDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.nodemodel.BidiTreeIterator;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/** The tokens of a document with what they mean, encoded as the protocol wants them. */
@com.google.inject.Singleton
public final class SemanticTokenService {

    private static final int MOST_REMEMBERED = 32;

    private record Answer(String id, List<Integer> data) {
    }

    private final Map<String, Answer> lastAnswers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private long answers;

    /** Which number means which type and modifier. */
    public static SemanticTokensLegend legend() {
        return new SemanticTokensLegend(TokenType.legend(), List.of("declaration"));
    }

    /** All tokens of a document. */
    public SemanticTokens full(ModelDocument document) {
        Answer answer = remember(document, encoded(document, 0, document.text().length()));
        return new SemanticTokens(answer.id, answer.data);
    }

    /** The tokens that stand in a range, wholly or in part. */
    public SemanticTokens range(ModelDocument document, Range range) {
        return new SemanticTokens(encoded(document,
                document.lines().offset(range.getStart()), document.lines().offset(range.getEnd())));
    }

    /** What has changed since an answer; all tokens when that answer is not known any more. */
    public Either<SemanticTokens, SemanticTokensDelta> delta(ModelDocument document, String previousId) {
        Answer before = lastAnswers.get(document.uri());
        if (before == null || !before.id.equals(previousId)) {
            return Either.forLeft(full(document));
        }
        Answer after = remember(document, encoded(document, 0, document.text().length()));
        return Either.forRight(new SemanticTokensDelta(edits(before.data, after.data), after.id));
    }

    private Answer remember(ModelDocument document, List<Integer> data) {
        Answer answer = new Answer(Long.toString(++answers), data);
        lastAnswers.put(document.uri(), answer);
        return answer;
    }

    private static List<SemanticTokensEdit> edits(List<Integer> before, List<Integer> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        if (start == before.size() && start == after.size()) {
            return List.of();
        }
        return List.of(new SemanticTokensEdit(start, before.size() - start - end,
                List.copyOf(after.subList(start, after.size() - end))));
    }

    private static List<Integer> encoded(ModelDocument document, int from, int to) {
        Encoder encoder = new Encoder(document.text(), document.lines());
        if (document.resource().getParseResult() != null) {
            ICompositeNode root = document.resource().getParseResult().getRootNode();
            for (BidiTreeIterator<INode> nodes = root.getAsTreeIterable().iterator(); nodes.hasNext();) {
                INode node = nodes.next();
                if (node.getTotalEndOffset() < from || node.getTotalOffset() > to) {
                    nodes.prune();
                } else if (node instanceof ILeafNode leaf && leaf.getTotalEndOffset() > from && leaf.getTotalOffset() < to) {
                    TokenClassifier.classify(leaf).ifPresent(encoder::add);
                }
            }
        }
        return encoder.data;
    }

    /** Relative positions, a token for each line (LSP 3.17, "Integer Encoding for Tokens"). */
    private static final class Encoder {

        private final String text;
        private final DocumentLines lines;
        private final List<Integer> data = new ArrayList<>();
        private Position previous = new Position(0, 0);

        Encoder(String text, DocumentLines lines) {
            this.text = text;
            this.lines = lines;
        }

        void add(SemanticToken token) {
            int end = token.offset() + token.length();
            int start = token.offset();
            for (int index = start; index <= end; index++) {
                boolean lineEnds = index < end && (text.charAt(index) == '\n' || text.charAt(index) == '\r');
                if (lineEnds || index == end) {
                    if (index > start) {
                        add(lines.position(start), index - start, token);
                    }
                    start = index + 1;
                }
            }
        }

        private void add(Position position, int length, SemanticToken token) {
            int line = position.getLine() - previous.getLine();
            data.add(line);
            data.add(line == 0 ? position.getCharacter() - previous.getCharacter() : position.getCharacter());
            data.add(length);
            data.add(token.type().ordinal());
            data.add(token.declaration() ? 1 : 0);
            previous = position;
        }
    }

}

package dmvpn.dsl.ide.selection;

import dmvpn.dsl.syntax.ModelLexer;
import java.util.Optional;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;

/**
 * One word as an engineer reads it: an address with its prefix length, a time, a name with hyphens. It reads one line with
 * the language's own lexer, so that it may be asked for on any thread.
 */
public final class Words {

    /**
     * A run of characters of a line.
     *
     * @param offset characters before it
     * @param length its characters
     */
    public record Word(int offset, int length) {
    }

    /** The word at an offset of a line, or the one that ends there; empty on space. */
    public Optional<Word> at(String line, int offset) {
        return tokenAt(line, offset).or(() -> offset == 0 ? Optional.empty() : tokenAt(line, offset - 1));
    }

    private Optional<Word> tokenAt(String line, int offset) {
        ModelLexer lexer = new ModelLexer(new ANTLRStringStream(line));
        for (Token next = lexer.nextToken(); next.getType() != Token.EOF; next = lexer.nextToken()) {
            CommonToken token = (CommonToken) next;
            if (token.getStartIndex() <= offset && offset <= token.getStopIndex()) {
                return word(line, token, offset);
            }
        }
        return Optional.empty();
    }

    /** Texts and comments are made of words themselves. */
    private Optional<Word> word(String line, CommonToken token, int offset) {
        int opening = switch (token.getType()) {
            case ModelLexer.RULE_STRING -> 1;
            case ModelLexer.RULE_SL_COMMENT, ModelLexer.RULE_ML_COMMENT -> 2;
            case ModelLexer.RULE_RAW -> 3;
            default -> 0;
        };
        int start = token.getStartIndex() + opening;
        int end = token.getStopIndex() + 1 - (token.getType() == ModelLexer.RULE_SL_COMMENT ? 0 : opening);
        if (token.getType() == ModelLexer.RULE_WS) {
            return Optional.empty();
        }
        if (opening == 0) {
            return Optional.of(new Word(start, end - start));
        }
        if (offset < start || offset >= end) {
            return Optional.of(new Word(start, Math.max(0, end - start))); // at a quote: all between the quotes
        }
        return tokenAt(line.substring(start, end), offset - start).map(inner -> new Word(start + inner.offset(), inner.length()));
    }
}

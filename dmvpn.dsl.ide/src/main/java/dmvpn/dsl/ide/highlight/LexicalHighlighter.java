package dmvpn.dsl.ide.highlight;

import dmvpn.dsl.parser.antlr.internal.InternalDmvpnParser;
import dmvpn.dsl.syntax.ModelLexer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;

/** Divides a text into tokens by the language's own lexer: colouring that needs no parser and is never behind. */
public final class LexicalHighlighter {

    /** What a token looks like to a reader. */
    public enum Kind {
        /** A word of the language. A name that is spelt like one looks like one too. */
        KEYWORD,
        /** A comment. */
        COMMENT,
        /** A text in quotes. */
        STRING,
        /** An address, a prefix, a number, a time, a rate. */
        VALUE,
        /** Vendor lines. */
        RAW,
        /** Everything else: names, punctuation, space. */
        PLAIN
    }

    /**
     * A run of characters of one kind.
     *
     * @param offset characters before it
     * @param length its characters
     * @param kind its kind
     */
    public record Token(int offset, int length, Kind kind) {
    }

    private static final Set<Integer> KEYWORDS = keywords();

    /** The tokens of a text: without gaps, in order, from its first to its last character. */
    public List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        ModelLexer lexer = new ModelLexer(new ANTLRStringStream(text));
        int end = 0;
        for (org.antlr.runtime.Token next = lexer.nextToken();
                next.getType() != org.antlr.runtime.Token.EOF;
                next = lexer.nextToken()) {
            CommonToken token = (CommonToken) next;
            int start = Math.max(end, token.getStartIndex());
            int stop = token.getStopIndex() + 1;
            if (start > end) {
                tokens.add(new Token(end, start - end, Kind.PLAIN));
            }
            if (stop > start) {
                tokens.add(new Token(start, stop - start, kind(token.getType())));
                end = stop;
            }
        }
        if (end < text.length()) {
            tokens.add(new Token(end, text.length() - end, Kind.PLAIN));
        }
        return tokens;
    }

    private static Kind kind(int type) {
        if (KEYWORDS.contains(type)) {
            return Kind.KEYWORD;
        }
        return switch (type) {
            case ModelLexer.RULE_ML_COMMENT, ModelLexer.RULE_SL_COMMENT -> Kind.COMMENT;
            case ModelLexer.RULE_STRING -> Kind.STRING;
            case ModelLexer.RULE_NUMBER -> Kind.VALUE;
            case ModelLexer.RULE_RAW -> Kind.RAW;
            default -> Kind.PLAIN;
        };
    }

    /** Token types of the words of the grammar: the parser names them in quotes. */
    private static Set<Integer> keywords() {
        Set<Integer> keywords = new HashSet<>();
        String[] names = InternalDmvpnParser.tokenNames;
        for (int type = 0; type < names.length; type++) {
            if (names[type].matches("'[a-z].*'")) {
                keywords.add(type);
            }
        }
        return Set.copyOf(keywords);
    }
}

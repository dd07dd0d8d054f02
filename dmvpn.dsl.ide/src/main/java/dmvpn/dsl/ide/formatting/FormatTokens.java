package dmvpn.dsl.ide.formatting;

import dmvpn.dsl.ide.formatting.FormatToken.Kind;
import dmvpn.dsl.syntax.ModelLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;

/**
 * The tokens of a text as far as it can be laid out: up to the first thing that the lexer cannot read, such as a comment
 * without an end, since nobody knows where that was meant to stop.
 *
 * @param all tokens in the order of the text
 * @param end where they end; what follows stays as it is
 * @param complete true when nothing follows but space
 */
record FormatTokens(List<FormatToken> all, int end, boolean complete) {

    static FormatTokens of(String text, Set<String> statementWords) {
        List<FormatToken> tokens = new ArrayList<>();
        ModelLexer lexer = new ModelLexer(new ANTLRStringStream(text));
        int end = text.startsWith("\uFEFF") ? 1 : 0;
        for (Token next = lexer.nextToken(); next.getType() != Token.EOF; next = lexer.nextToken()) {
            CommonToken token = (CommonToken) next;
            int start = token.getStartIndex();
            if (token.getType() == ModelLexer.RULE_WS) {
                continue;
            }
            if (token.getType() == Token.INVALID_TOKEN_TYPE || start < end) {
                return new FormatTokens(tokens, end, false);
            }
            String image = text.substring(start, token.getStopIndex() + 1);
            Kind kind = kind(token.getType(), image);
            if (kind == Kind.COMMENT && image.startsWith("//")) {
                image = image.stripTrailing();
            }
            String gap = text.substring(end, start);
            tokens.add(new FormatToken(kind, image, start, gap, lineBreaks(gap), statementWords.contains(image)));
            end = start + image.length();
        }
        return new FormatTokens(tokens, end, true);
    }

    private static Kind kind(int type, String image) {
        return switch (type) {
            case ModelLexer.RULE_SL_COMMENT, ModelLexer.RULE_ML_COMMENT -> Kind.COMMENT;
            case ModelLexer.RULE_STRING, ModelLexer.RULE_RAW -> Kind.DELIMITED;
            default -> switch (image) {
                case "{" -> Kind.OPEN;
                case "}" -> Kind.CLOSE;
                case "[" -> Kind.OPEN_BRACKET;
                case "]" -> Kind.CLOSE_BRACKET;
                case "," -> Kind.COMMA;
                case "." -> Kind.DOT;
                default -> Kind.WORD;
            };
        };
    }

    /** How many lines end in a text. */
    static int lineBreaks(String text) {
        int breaks = 0;
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            if (c == '\n' || c == '\r' && (index + 1 == text.length() || text.charAt(index + 1) != '\n')) {
                breaks++;
            }
        }
        return breaks;
    }

    /** True when another text has the same tokens; the indentation of the lines inside a comment does not count. */
    boolean saySameAs(FormatTokens other) {
        if (all.size() != other.all.size() || complete != other.complete) {
            return false;
        }
        for (int index = 0; index < all.size(); index++) {
            if (!image(all.get(index)).equals(image(other.all.get(index)))) {
                return false;
            }
        }
        return true;
    }

    private static String image(FormatToken token) {
        return token.is(Kind.COMMENT) ? token.text().replaceAll("(?m)^[ \t]+", "") : token.text();
    }
}

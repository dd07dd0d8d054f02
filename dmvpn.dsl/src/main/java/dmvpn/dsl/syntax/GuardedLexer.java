package dmvpn.dsl.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;

/**
 * Keeps from the parser what would overwhelm it: braces that are nested deeper than its stack, and large texts that are
 * no models. Every text passes here, whether it comes from a file or from an editor. What is kept back stays in the text as
 * hidden tokens; the first of them carries the error.
 */
public class GuardedLexer extends ModelLexer {

    /** A sound model needs two levels; the parser's stack has room for many hundred. */
    static final int DEEPEST_NESTING = 32;

    /** What is said of the brace that opens one level too many. */
    static final String NESTED_TOO_DEEPLY = "This block is nested too deeply: blocks of a model are at most "
            + DEEPEST_NESTING + " levels deep";

    private final Map<Token, String> problems = new IdentityHashMap<>();
    private final Deque<Token> held = new ArrayDeque<>();
    private boolean started;
    private int depth;

    /** Made by the parser, which gives it the text. */
    public GuardedLexer() {
    }

    @Override
    public void setCharStream(CharStream text) {
        super.setCharStream(text);
        problems.clear();
        held.clear();
        started = false;
        depth = 0;
    }

    @Override
    public Token nextToken() {
        if (!started) {
            started = true;
            holdBackNoise();
        }
        if (!held.isEmpty()) {
            return held.removeFirst();
        }
        Token token = super.nextToken();
        if (isBrace(token, '}')) {
            depth = Math.max(0, depth - 1);
        } else if (isBrace(token, '{') && ++depth > DEEPEST_NESTING) {
            return holdBackBlock((CommonToken) token);
        }
        return token;
    }

    private void holdBackNoise() {
        int size = input.size();
        if (size == 0 || ModelLikeness.isSmall(size) || ModelLikeness.of(input.substring(0, size - 1))) {
            return;
        }
        input.seek(size);
        hold(0, size - 1, 1, 0, ModelLikeness.PROBLEM);
    }

    /** The block with everything in it, to its closing brace or the end of the text. */
    private Token holdBackBlock(CommonToken opening) {
        int last = opening.getStopIndex();
        while (depth > DEEPEST_NESTING) {
            Token token = super.nextToken();
            if (token.getType() == Token.EOF) {
                break;
            }
            last = ((CommonToken) token).getStopIndex();
            depth += isBrace(token, '{') ? 1 : isBrace(token, '}') ? -1 : 0;
        }
        hold(opening.getStartIndex(), last, opening.getLine(), opening.getCharPositionInLine(), NESTED_TOO_DEEPLY);
        return held.removeFirst();
    }

    private void hold(int start, int stop, int line, int column, String problem) {
        Token marked = hidden(Token.INVALID_TOKEN_TYPE, start, start, line, column);
        problems.put(marked, problem);
        held.add(marked);
        if (stop > start) {
            held.add(hidden(RULE_ML_COMMENT, start + 1, stop, line, column + 1));
        }
    }

    private Token hidden(int type, int start, int stop, int line, int column) {
        CommonToken token = new CommonToken(input, type, Token.HIDDEN_CHANNEL, start, stop);
        token.setLine(line);
        token.setCharPositionInLine(column);
        return token;
    }

    private boolean isBrace(Token token, char brace) {
        return token instanceof CommonToken common && common.getType() != Token.EOF && common.getStartIndex() == common.getStopIndex()
                && token.getChannel() == Token.DEFAULT_CHANNEL
                && input.substring(common.getStartIndex(), common.getStopIndex()).charAt(0) == brace;
    }

    /** True for the messages of this class, which are for people as they are. */
    static boolean says(String message) {
        return message.equals(NESTED_TOO_DEEPLY) || message.equals(ModelLikeness.PROBLEM);
    }

    @Override
    public String getErrorMessage(Token token) {
        String problem = problems.get(token);
        return problem == null ? super.getErrorMessage(token) : problem;
    }
}

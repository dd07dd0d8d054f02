package dmvpn.dsl.syntax;

import dmvpn.dsl.parser.antlr.internal.InternalDmvpnLexer;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;

/**
 * Whether a large text may be a model at all. Noise and soups of keywords would keep the parser busy for a long time with
 * one error each, so they are refused by a look at the tokens of their beginning. Tokens rather than lines are judged: a
 * model may be written in one line.
 */
public final class ModelLikeness {

    /** What a text is told that does not pass. */
    public static final String PROBLEM =
            "This is no model: too little of it reads as transports, clouds, hubs and spokes with their settings";

    /** Below this size the parser explains what is wrong better than a guess. */
    private static final int SMALL_CHARS = 64 * 1024;
    private static final int SAMPLE_CHARS = 256 * 1024;

    /** Of so many tokens one may be misplaced, which leaves room for a model full of mistakes. */
    private static final int TOKENS_PER_MISPLACED = 8;

    private int tokens;
    private int keywords;
    private int misplaced;
    private int depth;
    private String before = "";

    private ModelLikeness() {
    }

    /** False when the text is large and certainly no model. */
    public static boolean of(String text) {
        return isSmall(text.length()) || new ModelLikeness().judge(text);
    }

    /** True when a text of that length is not worth a look. */
    public static boolean isSmall(int chars) {
        return chars < SMALL_CHARS;
    }

    private boolean judge(String text) {
        boolean whole = text.length() <= SAMPLE_CHARS;
        int end = whole ? text.length() : SAMPLE_CHARS;
        InternalDmvpnLexer lexer = new InternalDmvpnLexer(new ANTLRStringStream(text.substring(0, end)));
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            count(token);
        }
        // A text or comment that the end of the sample cuts in two is no fault of its own.
        int faults = whole ? misplaced : misplaced - 1;
        return faults * TOKENS_PER_MISPLACED <= tokens && keywords * 5 <= tokens * 4 + 5;
    }

    private void count(Token token) {
        switch (token.getType()) {
            case InternalDmvpnLexer.RULE_WS, InternalDmvpnLexer.RULE_ML_COMMENT, InternalDmvpnLexer.RULE_SL_COMMENT -> {
                return;
            }
            case Token.INVALID_TOKEN_TYPE, InternalDmvpnLexer.RULE_ANY_OTHER -> misplaced++;
            case InternalDmvpnLexer.RULE_WORD, InternalDmvpnLexer.RULE_NUMBER, InternalDmvpnLexer.RULE_STRING,
                 InternalDmvpnLexer.RULE_RAW -> before = "";
            default -> keyword(token.getText());
        }
        tokens++;
    }

    private void keyword(String word) {
        switch (word) {
            case "{" -> {
                misplaced += before.equals("{") || before.equals("}") || before.equals("hub") || before.equals("spoke") ? 1 : 0;
                depth++;
            }
            case "}" -> {
                misplaced += depth == 0 ? 1 : 0;
                depth = Math.max(0, depth - 1);
            }
            case "hub", "spoke" -> {
                // Behind a forgotten brace the next router starts afresh, as it does for the parser.
                misplaced += depth > 0 && !before.equals("every") ? 1 : 0;
                depth = before.equals("every") ? depth : 0;
                keywords++;
            }
            default -> keywords += Character.isLetter(word.charAt(0)) ? 1 : 0;
        }
        before = word;
    }
}

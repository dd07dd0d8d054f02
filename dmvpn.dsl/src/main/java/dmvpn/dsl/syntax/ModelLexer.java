package dmvpn.dsl.syntax;

import dmvpn.dsl.parser.antlr.internal.InternalDmvpnLexer;
import org.antlr.runtime.CharStream;
import org.antlr.runtime.RecognitionException;

/** The lexer of the language: that of the grammar, and values that begin with a computed part. */
public class ModelLexer extends InternalDmvpnLexer {

    /** A lexer that gets its text later. */
    public ModelLexer() {
    }

    /** A lexer of a text. */
    public ModelLexer(CharStream text) {
        super(text);
    }

    @Override
    public void mTokens() throws RecognitionException {
        if (ComputedStart.consume(input)) {
            state.type = RULE_NUMBER;
            state.channel = DEFAULT_TOKEN_CHANNEL;
        } else {
            super.mTokens();
        }
    }
}

package dmvpn.dsl.ide.completion;

import dmvpn.dsl.ide.contentassist.antlr.internal.InternalDmvpnLexer;
import dmvpn.dsl.syntax.ComputedStart;
import org.antlr.runtime.RecognitionException;

/** The lexer of completion: takes values that begin with a computed part as the language's lexer does. */
public class CompletionLexer extends InternalDmvpnLexer {

    /** Made by the parser, which gives it the text. */
    public CompletionLexer() {
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

package dmvpn.dsl.robustness;

import java.util.List;

/**
 * A model that the grammar derives, so that the parser owes it a parse without errors.
 *
 * @param text the model as a person might write it, blanks and comments included
 * @param tokens its tokens in the order of the text
 */
public record GrammaticalModel(String text, List<WrittenToken> tokens) {

    /** Keeps an immutable copy of the tokens. */
    public GrammaticalModel {
        tokens = List.copyOf(tokens);
    }
}

package dmvpn.dsl.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Keyword;

/** Writes tokens as a person might: on lines, with blanks, semicolons and comments between them, and sometimes with nothing. */
final class TokenWriter {

    private record Pending(Supplier<String> text, AbstractElement element, boolean glued, Map<String, Keyword> keywords) {
    }

    private static final List<String> BLANKS = List.of(" ", " ", " ", " ", " ", " ", "  ", "\t", "\n", "\n  ", "; ", "\r\n", " /* said */ ", " // said\n");

    private static final String PUNCTUATION = "{}[],";

    private final List<Pending> pending = new ArrayList<>();
    private final RandomGenerator random;

    TokenWriter(RandomGenerator random) {
        this.random = random;
    }

    /** Adds a token whose text may be known later. */
    void add(Supplier<String> text, AbstractElement element, boolean glued) {
        pending.add(new Pending(text, element, glued, Map.of()));
    }

    /** Adds a name that is known later; where it turns out to be a keyword, that is the token's element. */
    void add(Supplier<String> text, AbstractElement word, Map<String, Keyword> keywords) {
        pending.add(new Pending(text, word, false, keywords));
    }

    /** The text of all tokens. */
    GrammaticalModel write() {
        StringBuilder text = new StringBuilder();
        List<WrittenToken> tokens = new ArrayList<>();
        for (Pending each : pending) {
            String written = each.text().get();
            if (!each.glued()) {
                text.append(between(tokens.isEmpty() ? "{" : tokens.getLast().text(), written));
            }
            text.append(written);
            tokens.add(new WrittenToken(written, each.keywords().containsKey(written) ? each.keywords().get(written) : each.element(), each.glued()));
        }
        return new GrammaticalModel(text.append('\n').toString(), tokens);
    }

    private String between(String before, String next) {
        // Behind a separator, or behind another computed value, a brace would start a computed value.
        boolean computes = before.length() > 1 && ":-/.}".indexOf(before.charAt(before.length() - 1)) >= 0;
        boolean separated = PUNCTUATION.contains(before) || PUNCTUATION.contains(next) && !(computes && next.equals("{"));
        return separated && random.nextInt(3) == 0 ? "" : BLANKS.get(random.nextInt(BLANKS.size()));
    }
}

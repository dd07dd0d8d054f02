package dmvpn.config.cisco;

import java.util.Locale;
import java.util.Optional;

/** Characters that the command line of IOS does not take as part of a word. */
final class UntypableCharacter {

    private UntypableCharacter() {
    }

    /** The first such character of a word, for people: {@code a blank}, {@code '?'}; empty when all can be typed. */
    static Optional<String> in(String word) {
        return word.chars().filter(UntypableCharacter::isUntypable).mapToObj(UntypableCharacter::named).findFirst();
    }

    /** A blank ends a word, a question mark asks for help, quotes group words. */
    private static boolean isUntypable(int character) {
        return Character.isISOControl(character) || Character.isWhitespace(character) || Character.isSpaceChar(character)
                || "?\"'".indexOf(character) >= 0;
    }

    private static String named(int character) {
        if (Character.isISOControl(character) || Character.isWhitespace(character) && character != ' ') {
            return String.format(Locale.ROOT, "the control character U+%04X", character);
        }
        return Character.isSpaceChar(character) ? "a blank" : "the character " + (char) character;
    }
}

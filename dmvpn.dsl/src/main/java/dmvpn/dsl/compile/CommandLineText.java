package dmvpn.dsl.compile;

import java.util.Optional;

/**
 * Keys and passwords as a router's command line takes them: IOS ends a word at a blank, answers a question mark with help,
 * and reads quotes and what is not printable ASCII in its own ways (Cisco IOS configuration fundamentals, using the
 * command-line interface).
 */
final class CommandLineText {

    private CommandLineText() {
    }

    /** What is wrong with a text, to stand behind its name in a sentence; the text itself is not repeated. */
    static Optional<String> problem(String text) {
        return text.codePoints().filter(CommandLineText::isRefused).boxed().findFirst()
                .map(character -> "cannot have " + describe(character)
                        + " in it, which a router's command line does not take: use letters, digits and other signs");
    }

    private static boolean isRefused(int character) {
        return character <= ' ' || character >= 0x7f || character == '?' || character == '"';
    }

    private static String describe(int character) {
        return switch (character) {
            case ' ' -> "a blank";
            case '?' -> "a question mark";
            case '"' -> "a quote";
            default -> character < ' ' || character == 0x7f
                    ? "a control character (" + character + ")"
                    : "'" + Character.toString(character) + "'";
        };
    }
}

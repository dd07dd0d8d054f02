package dmvpn.app.show;

import java.util.List;
import java.util.Locale;

/** Finds what a person means who writes the words of a command as far as they are needed, as on a router. */
final class CommandWords {

    private CommandWords() {
    }

    /** The words of a line, without the blanks around them. */
    static List<String> of(String line) {
        String words = line.strip();
        return words.isEmpty() ? List.of() : List.of(words.toLowerCase(Locale.ROOT).split("\\s+"));
    }

    /**
     * The commands that a line can mean: the one it is, else those of as many words whose words begin with those of the
     * line.
     *
     * @param commands known commands
     */
    static List<String> matches(String line, List<String> commands) {
        List<String> words = of(line);
        List<String> exact = commands.stream().filter(command -> of(command).equals(words)).toList();
        return exact.isEmpty() ? commands.stream().filter(command -> abbreviates(words, of(command))).toList() : exact;
    }

    /** Commands whose first words begin with those of a line that is begun. */
    static List<String> completions(String begun, List<String> commands) {
        List<String> words = of(begun);
        return commands.stream().filter(command -> {
            List<String> whole = of(command);
            return whole.size() >= words.size() && abbreviates(words, whole.subList(0, words.size()));
        }).toList();
    }

    private static boolean abbreviates(List<String> words, List<String> command) {
        if (words.size() != command.size()) {
            return false;
        }
        for (int index = 0; index < words.size(); index++) {
            if (!command.get(index).startsWith(words.get(index))) {
                return false;
            }
        }
        return true;
    }

    /**
     * The words with which a line can go on, sorted.
     *
     * @param before words in front, which may be cut short
     * @param begun what the word begins with
     * @param commands known commands
     */
    static List<String> next(List<String> before, String begun, List<String> commands) {
        List<String> words = before.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        return commands.stream().map(command -> List.of(command.split("\\s+")))
                .filter(command -> command.size() > words.size()
                        && abbreviates(words, command.subList(0, words.size()).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList()))
                .map(command -> command.get(words.size()))
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(begun.toLowerCase(Locale.ROOT)))
                .distinct().sorted().toList();
    }
}

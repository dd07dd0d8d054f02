package dmvpn.config.writer;

import dmvpn.network.origin.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A written device configuration whose lines know where they come from, so that a preview can follow them both ways.
 *
 * @param lines lines in order
 * @param notes what a person should know about the text, in sentences, such as a secret that is missing
 */
public record ConfigurationText(List<ConfigurationLine> lines, List<String> notes) {

    /** Keeps immutable copies of the lists. */
    public ConfigurationText {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** The whole text; each line ends with {@code \n}. */
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /**
     * What made a line.
     *
     * @param lineNumber from 1
     * @throws IndexOutOfBoundsException when there is no such line
     */
    public Origin originOf(int lineNumber) {
        return lines.get(lineNumber - 1).origin();
    }

    /**
     * The lines that a line of a model made.
     *
     * @param file file as origins name it
     * @param modelLine line of that file, from 1
     * @return line numbers from 1, ascending
     */
    public List<Integer> linesMadeBy(String file, int modelLine) {
        List<Integer> numbers = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Origin origin = lines.get(index).origin();
            if (origin.isKnown() && origin.file().equals(file) && origin.line() == modelLine) {
                numbers.add(index + 1);
            }
        }
        return numbers;
    }
}

package dmvpn.app.preview;

import java.util.List;

/** What came of asking for a preview. */
public sealed interface Preview {

    /**
     * The configuration as an export would write it now.
     *
     * @param model file of the model, as the places of the lines name it
     * @param routers host names of all routers of the model, in its order
     * @param router name of the one that is shown
     * @param fileName name of the file that an export writes
     * @param lines the text
     * @param notes what is to be seen to by hand, in sentences
     */
    record Written(String model, List<String> routers, String router, String fileName, List<PreviewLine> lines,
            List<String> notes) implements Preview {

        /** Keeps immutable copies of the lists. */
        public Written {
            routers = List.copyOf(routers);
            lines = List.copyOf(lines);
            notes = List.copyOf(notes);
        }

        /** The whole text; each line ends with {@code \n}, as in the exported file. */
        public String text() {
            StringBuilder text = new StringBuilder();
            lines.forEach(line -> text.append(line.text()).append('\n'));
            return text.toString();
        }
    }

    /**
     * There is nothing to export now.
     *
     * @param reason why, in a sentence
     */
    record Refused(String reason) implements Preview {
    }
}

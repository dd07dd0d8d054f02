package dmvpn.diagram.glsp;

import java.util.List;
import java.util.Optional;

/** What came of a command. */
public sealed interface CommandAnswer {

    /** What was asked for is seen elsewhere. */
    record Done() implements CommandAnswer {
    }

    /**
     * Nothing was done.
     *
     * @param reason why, in a sentence
     */
    record Refused(String reason) implements CommandAnswer {
    }

    /**
     * A text to read and copy.
     *
     * @param title what it is
     * @param text the text
     * @param notes what is to be said about it, in sentences
     * @param options what else can be chosen; the command is run again with what is
     * @param next what can be done with it, with the same choices
     */
    record Text(String title, String text, List<String> notes, List<Option> options, Optional<Next> next)
            implements CommandAnswer {

        /** Keeps immutable copies of the lists. */
        public Text {
            notes = List.copyOf(notes);
            options = List.copyOf(options);
        }
    }

    /**
     * A choice.
     *
     * @param name tells options apart
     * @param label what people call it
     * @param values what can be chosen
     * @param chosen what is chosen now
     */
    record Option(String name, String label, List<String> values, String chosen) {

        /** Keeps an immutable copy of the list. */
        public Option {
            values = List.copyOf(values);
        }
    }

    /**
     * A command that goes on from an answer.
     *
     * @param command its identifier
     * @param label what people call it
     */
    record Next(String command, String label) {
    }

    /**
     * A file to keep.
     *
     * @param name its name
     * @param content what is in it
     */
    record Download(String name, byte[] content) implements CommandAnswer {
    }
}

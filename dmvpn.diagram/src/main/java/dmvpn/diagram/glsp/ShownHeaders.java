package dmvpn.diagram.glsp;

import java.util.List;

/**
 * What is in a packet.
 *
 * @param title what it is and where it crossed, for people
 * @param layers its protocols from the outside in; none when there is no packet
 */
public record ShownHeaders(String title, List<Field> layers) {

    /** Keeps an immutable copy of the list. */
    public ShownHeaders {
        layers = List.copyOf(layers);
    }

    /**
     * A field or a group of fields.
     *
     * @param text name and value
     * @param parts what a group consists of
     */
    public record Field(String text, List<Field> parts) {

        /** Keeps an immutable copy of the list. */
        public Field {
            parts = List.copyOf(parts);
        }
    }
}

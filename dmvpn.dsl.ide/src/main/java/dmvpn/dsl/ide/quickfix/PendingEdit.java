package dmvpn.dsl.ide.quickfix;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * What an action is to do whose edit is made when it is chosen. It travels with the action to the client and back.
 *
 * @param document name of the document
 * @param kind what to do
 * @param rule rule that is broken; empty for all whose mend is certain
 * @param offset where the problem is
 * @param length characters of the problem
 * @param way which of the ways to mend it
 */
record PendingEdit(String document, Kind kind, String rule, int offset, int length, int way) {

    /** What an action does. */
    enum Kind { FIX, FIX_ALL, SUPPRESS }

    static PendingEdit fixAll(String document, String rule) {
        return new PendingEdit(document, Kind.FIX_ALL, rule, 0, 0, 0);
    }

    JsonObject json() {
        JsonObject data = new JsonObject();
        data.addProperty("document", document);
        data.addProperty("kind", kind.name());
        data.addProperty("rule", rule);
        data.addProperty("offset", offset);
        data.addProperty("length", length);
        data.addProperty("way", way);
        return data;
    }

    /** Reads what a client sends back; empty when it is none of ours. */
    static Optional<PendingEdit> of(Object data) {
        try {
            JsonObject object = (JsonObject) data;
            PendingEdit edit = new PendingEdit(object.get("document").getAsString(),
                    Kind.valueOf(object.get("kind").getAsString()), object.get("rule").getAsString(),
                    object.get("offset").getAsInt(), object.get("length").getAsInt(), object.get("way").getAsInt());
            // Beyond the end is nothing: the text may have become shorter meanwhile.
            boolean possible = edit.offset >= 0 && edit.length >= 0 && edit.way >= 0
                    && edit.offset <= Integer.MAX_VALUE - edit.length;
            return possible ? Optional.of(edit) : Optional.empty();
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | IllegalStateException
                | UnsupportedOperationException foreign) {
            return Optional.empty(); // A null or an object where a word or a number has to be is among them.
        }
    }
}

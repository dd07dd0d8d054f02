package dmvpn.sim.trace.json;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes compact JSON (RFC 8259) to a text. Commas and escapes are its business; that names and values alternate is the
 * caller's.
 */
public final class JsonWriter {

    private final StringBuilder out;

    /** For each open object or array: true once it has a member. */
    private final Deque<Boolean> hasMembers = new ArrayDeque<>();
    private boolean afterName;

    /**
     * @param out what is written to
     */
    public JsonWriter(StringBuilder out) {
        this.out = out;
    }

    /** Opens an object. */
    public JsonWriter beginObject() {
        return open('{');
    }

    /** Closes an object. */
    public JsonWriter endObject() {
        return close('}');
    }

    /** Opens an array. */
    public JsonWriter beginArray() {
        return open('[');
    }

    /** Closes an array. */
    public JsonWriter endArray() {
        return close(']');
    }

    /** The name of the value that follows. */
    public JsonWriter name(String name) {
        separate();
        appendText(name);
        out.append(':');
        afterName = true;
        return this;
    }

    /** A text; null is JSON's null. */
    public JsonWriter value(String text) {
        separate();
        if (text == null) {
            out.append("null");
        } else {
            appendText(text);
        }
        return this;
    }

    /** A number. */
    public JsonWriter value(long number) {
        separate();
        out.append(number);
        return this;
    }

    /**
     * A number with a fraction.
     *
     * @throws IllegalArgumentException when it is infinite or no number, which JSON cannot say
     */
    public JsonWriter value(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number);
        }
        separate();
        out.append(number);
        return this;
    }

    /** A truth value. */
    public JsonWriter value(boolean flag) {
        separate();
        out.append(flag);
        return this;
    }

    /** JSON's null. */
    public JsonWriter nullValue() {
        return value((String) null);
    }

    private JsonWriter open(char bracket) {
        separate();
        out.append(bracket);
        hasMembers.push(false);
        return this;
    }

    private JsonWriter close(char bracket) {
        hasMembers.pop();
        out.append(bracket);
        return this;
    }

    private void separate() {
        if (afterName) {
            afterName = false;
        } else if (!hasMembers.isEmpty()) {
            if (hasMembers.pop()) {
                out.append(',');
            }
            hasMembers.push(true);
        }
    }

    private void appendText(String text) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> appendCharacter(text, index, c);
            }
        }
        out.append('"');
    }

    private void appendCharacter(String text, int index, char c) {
        // Half a surrogate pair cannot be encoded in UTF-8; line separators end a line for some readers of JSON lines.
        if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029 || isLoneSurrogate(text, index, c)) {
            out.append("\\u").append(Character.forDigit(c >> 12, 16)).append(Character.forDigit(c >> 8 & 15, 16))
                    .append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
        } else {
            out.append(c);
        }
    }

    private static boolean isLoneSurrogate(String text, int index, char c) {
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}

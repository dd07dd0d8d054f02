package dmvpn.app.debug.watch;

import java.util.ArrayList;
import java.util.List;

/** A text with watch expressions in braces, such as {@code cache has {Branch1.nhrp.count} entries}. */
public final class LogText {

    /** What one part of the text comes to. */
    @FunctionalInterface
    private interface Part {
        String of(WatchScope scope);
    }

    private final List<Part> parts;

    private LogText(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a text.
     *
     * @throws WatchException when an expression in it cannot be read
     */
    public static LogText parse(String text) throws WatchException {
        List<Part> parts = new ArrayList<>();
        int place = 0;
        while (place < text.length()) {
            int open = text.indexOf('{', place);
            int close = text.indexOf('}', open + 1);
            int end = open < 0 || close < 0 ? text.length() : open;
            String plain = text.substring(place, end);
            parts.add(scope -> plain);
            place = end;
            if (end < text.length()) {
                WatchExpression expression = WatchExpression.parse(text.substring(open + 1, close));
                parts.add(scope -> value(expression, scope));
                place = close + 1;
            }
        }
        return new LogText(parts);
    }

    /** The text at an instant; an expression that means nothing then says why. */
    public String of(WatchScope scope) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.of(scope)));
        return text.toString();
    }

    private static String value(WatchExpression expression, WatchScope scope) {
        try {
            return expression.evaluate(scope).text();
        } catch (WatchException reason) {
            return "<" + reason.getMessage() + ">";
        }
    }
}

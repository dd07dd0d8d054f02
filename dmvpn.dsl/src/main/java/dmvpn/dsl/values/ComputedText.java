package dmvpn.dsl.values;

import dmvpn.dsl.words.Shown;

/** Text with expressions in braces, such as {@code 10.255.0.{10+n}}, that has a value for each member of a family. */
public final class ComputedText {

    private ComputedText() {
    }

    /** True when the text has a value for each member rather than one for all. */
    public static boolean isComputed(String text) {
        return text.indexOf('{') >= 0;
    }

    /**
     * The text with each expression replaced by its value.
     *
     * @param text text as written
     * @param member number of the member
     * @throws ComputedTextException with a sentence for people when an expression cannot be computed
     */
    public static String expand(String text, long member) {
        if (!isComputed(text)) {
            return text;
        }
        StringBuilder expanded = new StringBuilder(text.length());
        int position = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', position)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new ComputedTextException("'" + Shown.of(text) + "' lacks a closing brace");
            }
            expanded.append(text, position, open).append(MemberExpression.evaluate(text.substring(open + 1, close), member));
            position = close + 1;
        }
        return expanded.append(text, position, text.length()).toString();
    }
}

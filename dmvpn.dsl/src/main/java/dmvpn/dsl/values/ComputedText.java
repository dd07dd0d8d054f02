package dmvpn.dsl.values;

import dmvpn.dsl.words.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Text with expressions in braces, such as {@code 10.255.0.{10+n}}, that has a value for each member of a family. */
public final class ComputedText {

    /** What stands before each expression, and behind the last one. */
    private final List<String> literals;
    private final List<LongUnaryOperator> expressions;

    private ComputedText(List<String> literals, List<LongUnaryOperator> expressions) {
        this.literals = literals;
        this.expressions = expressions;
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
        return isComputed(text) ? prepare(text).of(member) : text;
    }

    /**
     * Reads a text whose value many members are asked for.
     *
     * @throws ComputedTextException with a sentence for people when an expression cannot be read
     */
    public static ComputedText prepare(String text) {
        List<String> literals = new ArrayList<>();
        List<LongUnaryOperator> expressions = new ArrayList<>();
        int position = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', position)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw new ComputedTextException("'" + Shown.of(text) + "' lacks a closing brace");
            }
            literals.add(text.substring(position, open));
            expressions.add(MemberExpression.prepare(text.substring(open + 1, close)));
            position = close + 1;
        }
        literals.add(text.substring(position));
        return new ComputedText(literals, expressions);
    }

    /**
     * The text for a member.
     *
     * @throws ComputedTextException with a sentence for people when an expression has no value
     */
    public String of(long member) {
        StringBuilder text = new StringBuilder(24);
        for (int index = 0; index < expressions.size(); index++) {
            text.append(literals.get(index)).append(expressions.get(index).applyAsLong(member));
        }
        return text.append(literals.getLast()).toString();
    }
}

package dmvpn.dsl.values;

import java.util.Optional;

/**
 * The numbers that a family's brackets name: one number or {@code first..last}.
 *
 * @param first lowest number
 * @param last highest number, not below the first
 */
public record MemberRange(int first, int last) {

    /** What a range looks like, for messages. */
    public static final String EXPECTED = "a number or a range such as 7 or 1..200";

    /** No family is larger: a typing error must not ask for a billion routers. */
    public static final int LARGEST_SIZE = 100_000;

    /** Reads {@code 7} or {@code 1..200}, empty when the text is neither or the range is empty or too large. */
    public static Optional<MemberRange> tryParse(String text) {
        int dots = text.indexOf("..");
        Optional<Integer> first = number(dots < 0 ? text : text.substring(0, dots));
        Optional<Integer> last = number(dots < 0 ? text : text.substring(dots + 2));
        if (first.isEmpty() || last.isEmpty() || last.get() < first.get() || last.get() - first.get() >= LARGEST_SIZE) {
            return Optional.empty();
        }
        return Optional.of(new MemberRange(first.get(), last.get()));
    }

    private static Optional<Integer> number(String text) {
        return DecimalText.tryParseWhole(text).filter(value -> value <= 1_000_000_000).map(Long::intValue);
    }

    /** True for {@code first..last}, false for a single number. */
    public boolean isSeveral() {
        return last > first;
    }

    /** True when the number is in the range. */
    public boolean contains(int number) {
        return number >= first && number <= last;
    }
}

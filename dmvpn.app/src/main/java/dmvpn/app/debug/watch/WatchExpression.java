package dmvpn.app.debug.watch;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An expression over a run, such as {@code Branch1.nhrp[10.255.0.2].nbma}, {@code event.message contains Purge} or
 * {@code time > 12.5 and not Branch1.routes[10.2.0.0/16]}.
 *
 * <ul>
 * <li>{@code ROUTER.TABLE} is a table: the name of a state table without blanks, in any case, or how it begins
 *     ({@code nhrp} is the first that begins so, the NHRP cache); {@code ROUTER.TABLE[KEY]} the row whose first column is the
 *     key ({@code /32} and {@code /128} may be left out), {@code [COLUMN=VALUE]} the first row with that value;
 *     {@code .COLUMN} its value, {@code ROUTER.TABLE.count} the number of rows;
 * <li>{@code event.router}, {@code .protocol}, {@code .message}, {@code .reason}, or a field of the event in hand;
 * <li>{@code time} is the instant in seconds;
 * <li>comparisons are {@code == != < <= > >= contains}, of numbers where both sides are numbers; times may have units; with
 *     {@code and}, {@code or}, {@code not}, {@code exists} and parentheses. A word that is no router stands for itself.
 * </ul>
 *
 * <p>What is not there is {@code absent}: it equals nothing but {@code absent}, and counts as false.
 */
public sealed interface WatchExpression {

    /**
     * Reads an expression. Names are looked up when it is evaluated, as what there is differs from instant to instant.
     *
     * @throws WatchException when it cannot be read
     */
    static WatchExpression parse(String text) throws WatchException {
        return WatchParser.parse(text);
    }

    /**
     * What it comes to.
     *
     * @throws WatchException when it speaks of a router, table or column that does not exist
     */
    WatchValue evaluate(WatchScope scope) throws WatchException;

    /** A value that stands for itself. */
    record Literal(String text) implements WatchExpression {
        @Override
        public WatchValue evaluate(WatchScope scope) {
            return new WatchValue.Text(text);
        }
    }

    /** Nothing. */
    record Nothing() implements WatchExpression {
        @Override
        public WatchValue evaluate(WatchScope scope) {
            return WatchValue.ABSENT;
        }
    }

    /** The other of true and false. */
    record Not(WatchExpression inner) implements WatchExpression {
        @Override
        public WatchValue evaluate(WatchScope scope) throws WatchException {
            return new WatchValue.Truth(!inner.evaluate(scope).isTrue());
        }
    }

    /** Whether something is there, whatever its value. */
    record Exists(WatchExpression inner) implements WatchExpression {
        @Override
        public WatchValue evaluate(WatchScope scope) throws WatchException {
            return new WatchValue.Truth(!inner.evaluate(scope).equals(WatchValue.ABSENT));
        }
    }

    /** Both. */
    record And(WatchExpression left, WatchExpression right) implements WatchExpression {
        @Override
        public WatchValue evaluate(WatchScope scope) throws WatchException {
            return new WatchValue.Truth(left.evaluate(scope).isTrue() && right.evaluate(scope).isTrue());
        }
    }

    /** One or both. */
    record Or(WatchExpression left, WatchExpression right) implements WatchExpression {
        @Override
        public WatchValue evaluate(WatchScope scope) throws WatchException {
            return new WatchValue.Truth(left.evaluate(scope).isTrue() || right.evaluate(scope).isTrue());
        }
    }

    /** A comparison. */
    record Comparison(WatchExpression left, String operator, WatchExpression right) implements WatchExpression {

        @Override
        public WatchValue evaluate(WatchScope scope) throws WatchException {
            return new WatchValue.Truth(holds(left.evaluate(scope), right.evaluate(scope)));
        }

        private boolean holds(WatchValue one, WatchValue other) {
            boolean someAbsent = one.equals(WatchValue.ABSENT) || other.equals(WatchValue.ABSENT);
            return switch (operator) {
                case "==" -> someAbsent ? one.equals(other) : compare(one, other) == 0;
                case "!=" -> someAbsent ? !one.equals(other) : compare(one, other) != 0;
                case "<" -> !someAbsent && compare(one, other) < 0;
                case "<=" -> !someAbsent && compare(one, other) <= 0;
                case ">" -> !someAbsent && compare(one, other) > 0;
                case ">=" -> !someAbsent && compare(one, other) >= 0;
                default -> !someAbsent && one.text().contains(other.text());
            };
        }

        private static int compare(WatchValue one, WatchValue other) {
            Optional<BigDecimal> first = Quantities.parse(one.text());
            Optional<BigDecimal> second = Quantities.parse(other.text());
            return first.isPresent() && second.isPresent() ? first.get().compareTo(second.get())
                    : one.text().compareTo(other.text());
        }
    }

    /** Something of the run. */
    record Named(WatchPath path) implements WatchExpression {
        @Override
        public WatchValue evaluate(WatchScope scope) throws WatchException {
            return path.resolve(scope);
        }
    }
}

package dmvpn.app.debug.watch;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, and times in seconds, among the values that are compared. */
final class Quantities {

    private static final Pattern QUANTITY = Pattern.compile("(-?\\d{1,18}(?:\\.\\d{1,18})?)(ms|s|min|h|d)?");
    private static final Map<String, BigDecimal> SECONDS = Map.of("ms", new BigDecimal("0.001"), "s", BigDecimal.ONE,
            "min", BigDecimal.valueOf(60), "h", BigDecimal.valueOf(3_600), "d", BigDecimal.valueOf(86_400));

    private Quantities() {
    }

    /** Empty for what is no number and no time, such as an address. */
    static Optional<BigDecimal> parse(String text) {
        return number(text).or(() -> Clocks.seconds(text).map(BigDecimal::valueOf));
    }

    private static Optional<BigDecimal> number(String text) {
        Matcher matcher = QUANTITY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        return Optional.of(matcher.group(2) == null ? number : number.multiply(SECONDS.get(matcher.group(2))));
    }
}

package dmvpn.sim.routing.policy;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of IOS on AS paths: as elsewhere, but that an underscore stands for a blank, a comma, a brace, a
 * parenthesis, or either end (Cisco IOS Terminal Services Command Reference, Regular Expressions).
 */
final class AsPathPattern {

    private static final String DELIMITER = "(?:^|$|[ ,{}()])";

    private final Pattern pattern;

    private AsPathPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The pattern of an expression; what is no expression matches nothing. */
    static AsPathPattern of(String expression) {
        try {
            return new AsPathPattern(Pattern.compile(expression.replace("_", DELIMITER)));
        } catch (PatternSyntaxException none) {
            return new AsPathPattern(null);
        }
    }

    boolean matches(AsPath path) {
        return pattern != null && pattern.matcher(path.toString()).find();
    }
}

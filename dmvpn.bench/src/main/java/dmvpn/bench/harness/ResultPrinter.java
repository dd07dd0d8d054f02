package dmvpn.bench.harness;

import java.io.PrintStream;
import java.util.Locale;

/** Prints results as lines of a table. */
public final class ResultPrinter {

    private static final String ROW = "%-28s %8s  %-17s %-9s %s%n";

    private final PrintStream out;

    /**
     * @param out where to
     */
    public ResultPrinter(PrintStream out) {
        this.out = out;
    }

    /** The line above the others. */
    public void printHeader() {
        out.printf(Locale.ROOT, ROW, "measure", "median", "spread", "demanded", "");
    }

    /** One result. */
    public void print(Result result) {
        Measure measure = result.measure();
        String spread = result.rounds() == 1 ? "" : number(result.smallest()) + " .. " + number(result.largest());
        out.printf(Locale.ROOT, ROW, measure.id(), number(result.median()), spread, measure.demand().text(),
                result.isMet() ? meaning(measure) : "MISSED  " + meaning(measure));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String meaning(Measure measure) {
        return switch (measure) {
            case Gauge gauge -> gauge.unit() + ": " + gauge.title();
            case Comparison comparison -> switch (comparison.ratio()) {
                case SPEED -> "times the speed of the baseline: " + comparison.title() + ", beside "
                        + comparison.baselineTitle();
                case COST -> "times the cost of the baseline: " + comparison.title() + ", beside "
                        + comparison.baselineTitle();
            };
        };
    }
}

package dmvpn.bench.harness;

import java.util.Arrays;

/**
 * Outcome of a measure.
 *
 * @param measure what was measured
 * @param median median of the values
 * @param smallest smallest value
 * @param largest largest value
 * @param rounds number of values
 */
public record Result(Measure measure, double median, double smallest, double largest, int rounds) {

    /** The outcome of some values. */
    public static Result of(Measure measure, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Result(measure, median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /** True when the median is good enough. */
    public boolean isMet() {
        return measure.demand().isMetBy(median);
    }
}

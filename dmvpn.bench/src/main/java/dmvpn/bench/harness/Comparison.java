package dmvpn.bench.harness;

/**
 * Two pieces of work whose costs are compared: the product's and a baseline's. The value is a ratio, so that it means the
 * same on a fast and on a slow machine.
 */
public non-sealed interface Comparison extends Measure, AutoCloseable {

    /** What the ratio says. */
    enum Ratio {
        /** Baseline's cost by the product's: 0.5 is half the speed of the baseline. */
        SPEED,
        /** Product's cost by the baseline's: 2 is twice the cost of the baseline. */
        COST
    }

    /** What the baseline is, in one line. */
    String baselineTitle();

    /** What the ratio says; a cost unless the measure says otherwise. */
    default Ratio ratio() {
        return Ratio.COST;
    }

    /**
     * Does the product's work once.
     *
     * @return its cost per unit of work, in any unit that the baseline's shares
     */
    double runProduct() throws Exception;

    /** Does the baseline's work once; answers its cost. */
    double runBaseline() throws Exception;

    /** How often both run before the measured rounds. */
    default int warmUpRounds() {
        return 3;
    }

    /** Ends what was started for the measure. */
    @Override
    default void close() {
        // most measures start nothing
    }
}

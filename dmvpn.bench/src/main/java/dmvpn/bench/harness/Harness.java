package dmvpn.bench.harness;

/**
 * Runs a measure: product and baseline by turns in this process, so that whatever slows the machine slows both, and the
 * median of the rounds' ratios.
 */
public final class Harness {

    private final int rounds;

    /**
     * @param rounds measured rounds of a comparison
     */
    public Harness(int rounds) {
        this.rounds = rounds;
    }

    /** Measures. */
    public Result run(Measure measure) throws Exception {
        return switch (measure) {
            case Comparison comparison -> {
                try (comparison) {
                    yield compare(comparison);
                }
            }
            case Gauge gauge -> Result.of(gauge, new double[] {gauge.value()});
        };
    }

    private Result compare(Comparison comparison) throws Exception {
        for (int round = 0; round < comparison.warmUpRounds(); round++) {
            comparison.runBaseline();
            comparison.runProduct();
        }
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            // Who goes first changes, as the second finds the caches and the heap as the first left them.
            boolean baselineFirst = round % 2 == 0;
            double first = baselineFirst ? comparison.runBaseline() : comparison.runProduct();
            double second = baselineFirst ? comparison.runProduct() : comparison.runBaseline();
            double baseline = baselineFirst ? first : second;
            double product = baselineFirst ? second : first;
            ratios[round] = comparison.ratio() == Comparison.Ratio.SPEED ? baseline / product : product / baseline;
        }
        return Result.of(comparison, ratios);
    }
}

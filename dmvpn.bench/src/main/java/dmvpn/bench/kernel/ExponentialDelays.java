package dmvpn.bench.kernel;

/** Delays from an exponential distribution with a mean of one second, from a generator that costs little (xorshift). */
final class ExponentialDelays {

    private static final double MEAN_NANOS = 1e9;

    private long state = 0x1234_5678_9abc_def1L;

    long next() {
        double uniform = ((bits() >>> 11) + 1) * 0x1.0p-53;
        return (long) (-Math.log(uniform) * MEAN_NANOS) + 1;
    }

    long bits() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state;
    }
}

package dmvpn.dsl.robustness;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/**
 * How much is tried: a sample in every build, much more with {@code -Ddmvpn.tests.long=true}, and with
 * {@code -Ddmvpn.tests.seed=17} or {@code -Ddmvpn.tests.seed=17-60} the seeds that one is after.
 */
public final class Runs {

    private Runs() {
    }

    /** True in the long profile. */
    public static boolean isLong() {
        return Boolean.getBoolean("dmvpn.tests.long");
    }

    /** The seeds of a test. Those of the sample are the first of the many. */
    public static LongStream seeds(int sample, int many) {
        String wanted = System.getProperty("dmvpn.tests.seed");
        if (wanted == null) {
            return LongStream.range(0, isLong() ? many : sample);
        }
        String[] ends = wanted.split("-");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }

    /** The generator of a seed. */
    public static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}

package dmvpn.sim.kernel;

import java.util.random.RandomGenerator;

/**
 * The random numbers of a run: SplitMix (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA
 * 2014), number by number those of the JDK's {@link java.util.SplittableRandom}. It is here because its state is part of
 * the state of a run, which is kept and put back, and the JDK's class does not let anybody do that.
 */
public final class SeededRandom implements RandomGenerator {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** A step with fewer changes between neighbouring bits makes weak sequences. */
    private static final int FEWEST_BIT_CHANGES = 24;

    private final long step;
    private long state;

    /** @param seed equal seeds give equal numbers */
    public SeededRandom(long seed) {
        this(seed, GOLDEN_GAMMA);
    }

    private SeededRandom(long state, long step) {
        this.state = state;
        this.step = step;
    }

    /** Another source of numbers, which shares none with this one. */
    public SeededRandom split() {
        return new SeededRandom(nextLong(), stepFrom(nextState()));
    }

    @Override
    public long nextLong() {
        long mixed = nextState();
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    @Override
    public int nextInt() {
        long mixed = nextState();
        mixed = (mixed ^ mixed >>> 33) * 0x62a9d9ed799705f5L;
        return (int) ((mixed ^ mixed >>> 28) * 0xcb24d0a5c88c35b3L >>> 32);
    }

    private long nextState() {
        state += step;
        return state;
    }

    private static long stepFrom(long number) {
        long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        mixed = mixed ^ mixed >>> 33 | 1;
        return Long.bitCount(mixed ^ mixed >>> 1) < FEWEST_BIT_CHANGES ? mixed ^ 0xaaaaaaaaaaaaaaaaL : mixed;
    }
}

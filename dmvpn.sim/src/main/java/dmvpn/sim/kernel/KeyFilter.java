package dmvpn.sim.kernel;

/** Decides which keys of a queue stay. */
@FunctionalInterface
interface KeyFilter {

    /** True when the key still stands for a pending event. */
    boolean keeps(long key);
}

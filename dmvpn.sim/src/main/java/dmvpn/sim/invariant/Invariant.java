package dmvpn.sim.invariant;

/**
 * Something that holds in every run. It sees what happens and keeps what it needs to judge; it changes nothing. It belongs
 * to one run.
 */
public interface Invariant {

    /** What holds, as a sentence for people. */
    String name();

    /** A packet crossed an interface. */
    default void packet(Crossing crossing, Complaints complaints) {
    }

    /** A router or host reported something that changed its state, or an NHRP packet. */
    default void event(Happening happening, Complaints complaints) {
    }
}

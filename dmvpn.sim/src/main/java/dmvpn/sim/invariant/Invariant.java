package dmvpn.sim.invariant;

/**
 * Something that holds in every run. It sees what happens and keeps what it needs to judge; it changes nothing. It belongs
 * to one run. What it wants to see it says by its interfaces, as it is asked about every packet of a run.
 */
public sealed interface Invariant {

    /** What holds, as a sentence for people. */
    String name();

    /** An invariant of packets that leave. */
    non-sealed interface OfSent extends Invariant {

        /** A router or host sent a packet. */
        void sent(Crossing crossing, Complaints complaints);
    }

    /** An invariant of packets that arrive. */
    non-sealed interface OfReceived extends Invariant {

        /** A router or host got a packet. */
        void received(Crossing crossing, Complaints complaints);
    }

    /** An invariant of what is reported. */
    non-sealed interface OfEvents extends Invariant {

        /** A router or host reported something that changed its state, or an NHRP packet. */
        void event(Happening happening, Complaints complaints);
    }
}

package dmvpn.sim.ike;

/** The peer of dead peer detection, as one version of IKE reaches it. */
public interface LivenessPartner {

    /** When something genuine came from it last, in nanoseconds since the start of the run. */
    long lastReceivedNanos();

    /**
     * Asks for a sign of life.
     *
     * @param question 1 for the first of a round
     */
    void ask(int question);

    /** Something is worth a line in the trace. */
    void report(LivenessStep step, int questions);

    /** The peer is given up. */
    void dead();
}

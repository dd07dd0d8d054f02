package dmvpn.sim.ike;

/** Steps of dead peer detection. */
public enum LivenessStep {
    /** A question is out. */
    ASKED("DPD: peer asked"),
    /** The peer lives. */
    ANSWERED("DPD: peer answered"),
    /** The peer is given up. */
    DEAD("DPD: peer is dead");

    private final String text;

    LivenessStep(String text) {
        this.text = text;
    }

    /** What happened, for people. */
    public String text() {
        return text;
    }
}

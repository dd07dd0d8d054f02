package dmvpn.diagram.glsp;

/** Whoever waits for a simulation: told how far it is, and asked whether it shall go on. May be asked and told on any thread. */
public interface RunWatch {

    /** Waits to the end, and shows nothing meanwhile. */
    RunWatch NONE = new RunWatch() {
        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void reached(double seconds, double end) {
            // nobody looks
        }
    };

    /** True when the simulation shall stop at the next good place. */
    boolean isCancelled();

    /**
     * The simulation has come to an instant; both are seconds since its start.
     *
     * @param end when it will be over
     */
    void reached(double seconds, double end);
}

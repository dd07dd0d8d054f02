package dmvpn.app.progress;

/** Told how far a service is, and asked whether it shall go on. May be asked and told from the service's thread only. */
public interface ProgressMonitor {

    /** Shows nothing and never cancels. */
    ProgressMonitor NONE = () -> false;

    /** True when the service shall stop at the next good place; what it did so far stays. */
    boolean isCancelled();

    /**
     * The service begins with a part of its work.
     *
     * @param what the part, for people
     */
    default void begin(String what) {
        // shown by those who want to
    }
}

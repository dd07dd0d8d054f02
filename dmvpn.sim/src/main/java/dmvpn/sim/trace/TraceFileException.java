package dmvpn.sim.trace;

/** The file of a trace cannot be read: the message says which, why, and what to do. */
public final class TraceFileException extends Exception {

    private static final long serialVersionUID = 1;

    TraceFileException(String message) {
        super(message);
    }

    TraceFileException(String message, Throwable cause) {
        super(message, cause);
    }
}

package dmvpn.cli;

/** Exit codes of all commands. */
final class ExitCode {

    /** Everything is fine. */
    static final int OK = 0;

    /** A model has errors, an expectation was not met, or a file or the results could not be written. */
    static final int FINDINGS = 1;

    /** The command was called wrongly. */
    static final int USAGE = 2;

    /** The product has a defect. */
    static final int DEFECT = 3;

    /** Stopped from the keyboard: 128 and the number of the signal, as shells expect. */
    static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}

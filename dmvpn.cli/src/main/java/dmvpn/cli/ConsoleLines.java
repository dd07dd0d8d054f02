package dmvpn.cli;

import java.io.IOException;

/** The lines that somebody writes at a console. */
interface ConsoleLines extends AutoCloseable {

    /**
     * The next line.
     *
     * @param prompt what stands in front of it, when a person writes
     * @return null at the end
     */
    String next(String prompt) throws IOException;

    /** What the person's key for interruption does while a command runs; where there is no terminal it ends the process. */
    default void onInterrupt(Runnable action) {
        // no terminal
    }

    @Override
    default void close() throws IOException {
        // most hold nothing open
    }
}

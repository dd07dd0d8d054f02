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

    @Override
    default void close() throws IOException {
        // most hold nothing open
    }
}

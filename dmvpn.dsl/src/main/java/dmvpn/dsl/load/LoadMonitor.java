package dmvpn.dsl.load;

import dmvpn.network.rules.Finding;
import java.nio.file.Path;
import java.util.Optional;

/** Looks on while files are loaded, and decides what becomes of the loading. */
public interface LoadMonitor {

    /** Nobody looks on: everything is loaded, and what a defect of the language throws is thrown on. */
    LoadMonitor NONE = new LoadMonitor() { };

    /** Told of each file and folder before it is read. */
    default void begin(Path path) {
        // Nobody wants to know.
    }

    /** True when nothing further is to be loaded. */
    default boolean isCancelled() {
        return false;
    }

    /**
     * What is found of a file on which the language itself fails; the other files are loaded all the same. Empty to let the
     * failure through.
     */
    default Optional<Finding> defect(String file, Throwable failure) {
        return Optional.empty();
    }
}

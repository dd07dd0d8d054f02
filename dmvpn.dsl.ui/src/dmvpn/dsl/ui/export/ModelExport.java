package dmvpn.dsl.ui.export;

import dmvpn.app.RequestException;
import dmvpn.app.problem.Problem;
import dmvpn.app.progress.ProgressMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Something that is made of a model and written to the disk. */
interface ModelExport {

    /** The file, or the folder of the files. */
    Path target();

    /** What it is, for people: {@code the picture}. */
    String name();

    /** Makes and writes it. */
    Written write(Path model, ProgressMonitor monitor) throws RequestException, IOException;

    /** The folder in which something is new then. */
    default Path folder() {
        return target().toAbsolutePath().getParent();
    }

    /**
     * What was written.
     *
     * @param problems what is wrong with the model
     * @param said what to say when it went well; empty when nothing was written
     */
    record Written(List<Problem> problems, Optional<String> said) {

        /** Keeps an immutable copy of the list. */
        public Written {
            problems = List.copyOf(problems);
        }
    }
}

package dmvpn.dsl.ide.quickfix;

import com.google.inject.Inject;
import dmvpn.dsl.ide.diagnostics.ProjectCheck;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.lsp4j.TextEdit;

/** Mends files as the disk has them, beside what editors show. */
public final class ProjectFixes {

    private final ProjectCheck check;
    private final FixAllService fixAll;

    /** Created by the language's injector. */
    @Inject
    public ProjectFixes(ProjectCheck check, FixAllService fixAll) {
        this.check = check;
        this.fixAll = fixAll;
    }

    /**
     * Reads files; those that they import are read with them.
     *
     * @param reading told of each file before it is read; may throw to end it
     */
    public void read(Collection<Path> files, Consumer<Path> reading) {
        check.changed(files, List.of(), reading);
    }

    /**
     * The edit that mends every problem of a file whose mend is certain; empty when there is none.
     *
     * @param trying told before each round of mends is tried; may throw to end it
     */
    public Optional<TextEdit> certain(Path file, Runnable trying) {
        return check.model(file).flatMap(document -> fixAll.certain(document, trying));
    }
}
